<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContextDialog</name>
    <message numerus="yes">
        <source>%n event(s) would move so far…</source>
        <translation>
            <numerusform>%n event would move so far…</numerusform>
            <numerusform>%n events would move so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would move</source>
        <translation>
            <numerusform>%n event would move</numerusform>
            <numerusform>%n events would move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n source(s) the surest date of its own</source>
        <translation>
            <numerusform>Give %n source the surest date of its own</numerusform>
            <numerusform>Give %n sources the surest date of its own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message numerus="yes">
        <source>Moves %n event(s) along.</source>
        <translation>
            <numerusform>Moves %n event along.</numerusform>
            <numerusform>Moves %n events along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message numerus="yes">
        <source>Drop to import %n file(s)</source>
        <translation>
            <numerusform>Drop to import %n file</numerusform>
            <numerusform>Drop to import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message numerus="yes">
        <source>%n event(s) are one event now. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n event are one event now. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n events are one event now. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n event deleted. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n events deleted. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) accepted. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n event accepted. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n events accepted. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more event(s) of these texts</source>
        <translation>
            <numerusform>Show %n more event of these texts</numerusform>
            <numerusform>Show %n more events of these texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>Merge %n event(s) into one</source>
        <translation>
            <numerusform>Merge %n event into one</numerusform>
            <numerusform>Merge %n events into one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhrasePage</name>
    <message numerus="yes">
        <source>Dates %n event(s), which a correction here moves along.</source>
        <translation>
            <numerusform>Dates %n event, which a correction here moves along.</numerusform>
            <numerusform>Dates %n events, which a correction here moves along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message numerus="yes">
        <source>and %n more sentence(s)</source>
        <translation>
            <numerusform>and %n more sentence</numerusform>
            <numerusform>and %n more sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>In {where}, last edited {when}: %n difference(s).</source>
        <translation>
            <numerusform>In {where}, last edited {when}: %n difference.</numerusform>
            <numerusform>In {where}, last edited {when}: %n differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message numerus="yes">
        <source>%n event(s) hidden by the filter.</source>
        <translation>
            <numerusform>%n event hidden by the filter.</numerusform>
            <numerusform>%n events hidden by the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) told the same as another and joined it.</source>
        <translation>
            <numerusform>%n suggestion told the same as another and joined it.</numerusform>
            <numerusform>%n suggestions told the same as another and joined it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message numerus="yes">
        <source>%n source(s) without a date</source>
        <translation>
            <numerusform>%n source without a date</numerusform>
            <numerusform>%n sources without a date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) with several dates</source>
        <translation>
            <numerusform>%n source with several dates</numerusform>
            <numerusform>%n sources with several dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one event</source>
        <translation>
            <numerusform>%n pair may be one event</numerusform>
            <numerusform>%n pairs may be one event</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n event(s) hidden by filter — show all</source>
        <translation>
            <numerusform>%n event hidden by filter — show all</numerusform>
            <numerusform>%n events hidden by filter — show all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected, not shown — show</source>
        <translation>
            <numerusform>%n rejected, not shown — show</numerusform>
            <numerusform>%n rejected, not shown — show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln report</numerusform>
            <numerusform>%Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln origin(s)</source>
        <translation>
            <numerusform>%Ln origin</numerusform>
            <numerusform>%Ln origins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s); click again for the next.</source>
        <translation>
            <numerusform>%Ln event; click again for the next.</numerusform>
            <numerusform>%Ln events; click again for the next.</numerusform>
        </translation>
    </message>
</context>
</TS>