<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>RecoveryDialog</name>
    <message numerus="yes">
        <source>{where} Last edit: {when}. %n difference(s):</source>
        <translation>
            <numerusform>{where} Last edit: {when}. %n difference:</numerusform>
            <numerusform>{where} Last edit: {when}. %n differences:</numerusform>
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
</TS>