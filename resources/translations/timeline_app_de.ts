<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import reports as sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;pasted text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as P&amp;NG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an&amp;ything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any action, event or source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find and filter events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show all events again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New event from the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an event of the text that is selected (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the text that is selected to the selected event (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlink the lit sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the lit sentence off its event (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the &amp;time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another time for the event (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the p&amp;hrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a time phrase means, for all it dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is right; go on to the next (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is not wanted; go on to the next (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge the selected events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one event of several (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split into its sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One event for each source (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected events (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next to &amp;review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in the te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Publication date and zone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the whole timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;rejected events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put the panes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every pane its first place and size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;diagnostic report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved &amp;views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move a pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an action, an event or a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, an event or a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>“{phrase}” means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} — as it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct the phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the phrase “{phrase}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example 1 June</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Moves %n event(s) along.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dates no event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostic report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is all that the report holds: versions, numbers and places in the program. It has no text, title or name of your sources, and it is sent to nobody; copy it to where you report the problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventMargin</name>
    <message>
        <source>Events beside the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {condition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {all:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the condition {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to remove this condition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{current:,} of {all:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Reports ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no reports in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {count} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was read again. What you decided stayed as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sources} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{events} suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> A accepts, X rejects.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were left out, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} could not be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other {files} are in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other one is in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: already in the project as {same}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a time phrase or an event’s sentence first, then press Shift+T.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Where events stand in the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneDock</name>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Find and filter   Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and filter events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are searched in titles, notes and the sentences that tell an event. Narrow it down with source: place: person: kind: modality: status: grade: tag: when: confidence: — a minus in front excludes, “none” asks for what is missing. Down offers what can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Unsaved edits were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project with unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences between the file and the unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the unsaved edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the edits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before these edits were saved. Nothing of them is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was never saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{where} Last edit: {when}. %n difference(s):</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press again to delete them for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept many suggestions at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) hidden by the filter.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence {level} and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestion is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO REVIEW · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO REVIEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO REVIEW · {listed} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its source’s date changed since you edited it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as told in the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most doubtful first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earliest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any modality</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>There is no backup of this project yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a backup of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the backup; saving puts it in the project&apos;s place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved edits could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the unsaved edits; save the project to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits are not being kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Text of the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undated events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle publication dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare events that may be one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) without a date</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) with several dates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one event</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SOURCES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNDATED</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show hidden events</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) hidden by filter — show all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rejected, not shown — show</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show rejected events too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the text…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views: filter, order and lanes under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Grip</name>
    <message>
        <source>Move the pane {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move this pane; double-click to float it; right-click for more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
