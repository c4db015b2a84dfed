<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Open a &amp;backup…</source>
        <translation>&amp;Sicherung öffnen…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Import reports…</source>
        <translation>Berichte &amp;importieren…</translation>
    </message>
    <message>
        <source>Import reports as sources</source>
        <translation>Berichte als Quellen importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Import e&amp;vents…</source>
        <translation>&amp;Ereignisse importieren…</translation>
    </message>
    <message>
        <source>A table, a calendar or another timeline</source>
        <translation>Eine Tabelle, ein Kalender oder eine andere Zeitleiste</translation>
    </message>
    <message>
        <source>Import &amp;pasted text…</source>
        <translation>&amp;Eingefügten Text importieren…</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>E&amp;xport events…</source>
        <translation>Ereignisse e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>&amp;Bild exportieren…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Find an&amp;ything…</source>
        <translation>&amp;Alles finden…</translation>
    </message>
    <message>
        <source>Find any action, event or source</source>
        <translation>Jede Aktion, jedes Ereignis und jede Quelle finden</translation>
    </message>
    <message>
        <source>&amp;Find and filter events</source>
        <translation>Ereignisse suchen und &amp;filtern</translation>
    </message>
    <message>
        <source>Find in the te&amp;xt</source>
        <translation>Im Te&amp;xt suchen</translation>
    </message>
    <message>
        <source>Find in all &amp;texts…</source>
        <translation>In a&amp;llen Texten suchen…</translation>
    </message>
    <message>
        <source>Find words in every source</source>
        <translation>Wörter in jeder Quelle finden</translation>
    </message>
    <message>
        <source>&amp;Show all events again</source>
        <translation>Wieder alle Ereignisse &amp;zeigen</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation>Diese &amp;Ansicht speichern…</translation>
    </message>
    <message>
        <source>Select &amp;all events</source>
        <translation>&amp;Alle Ereignisse auswählen</translation>
    </message>
    <message>
        <source>&amp;New event from the selected text</source>
        <translation>&amp;Neues Ereignis aus dem ausgewählten Text</translation>
    </message>
    <message>
        <source>Make an event of the text that is selected (N)</source>
        <translation>Aus dem ausgewählten Text ein Ereignis machen (N)</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neues Ereignis</translation>
    </message>
    <message>
        <source>&amp;Link the selected text</source>
        <translation>Ausgewählten Text &amp;verknüpfen</translation>
    </message>
    <message>
        <source>Link the text that is selected to the selected event (L)</source>
        <translation>Den ausgewählten Text mit dem ausgewählten Ereignis verknüpfen (L)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>&amp;Unlink the lit sentence</source>
        <translation>Hervorgehobenen Satz &amp;lösen</translation>
    </message>
    <message>
        <source>Take the lit sentence off its event (U)</source>
        <translation>Den hervorgehobenen Satz von seinem Ereignis lösen (U)</translation>
    </message>
    <message>
        <source>Correct the &amp;time</source>
        <translation>&amp;Zeit berichtigen</translation>
    </message>
    <message>
        <source>Type another time for the event (T)</source>
        <translation>Eine andere Zeit für das Ereignis eingeben (T)</translation>
    </message>
    <message>
        <source>Correct the p&amp;hrase</source>
        <translation>&amp;Ausdruck berichtigen</translation>
    </message>
    <message>
        <source>Say what a time phrase means, for all it dates</source>
        <translation>Sagen, was ein Zeitausdruck bedeutet, für alles, was er datiert</translation>
    </message>
    <message>
        <source>&amp;Edit the title</source>
        <translation>&amp;Titel bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Back to the reading</source>
        <translation>&amp;Zurück zur Lesung</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>The event is right; go on to the next (A)</source>
        <translation>Das Ereignis stimmt; weiter zum nächsten (A)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>The event is not wanted; go on to the next (X)</source>
        <translation>Das Ereignis ist nicht erwünscht; weiter zum nächsten (X)</translation>
    </message>
    <message>
        <source>&amp;Merge the selected events</source>
        <translation>Ausgewählte Ereignisse zusammen&amp;führen</translation>
    </message>
    <message>
        <source>Make one event of several (M)</source>
        <translation>Aus mehreren ein Ereignis machen (M)</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Split into its sources</source>
        <translation>Nach Quellen &amp;trennen</translation>
    </message>
    <message>
        <source>One event for each source (S)</source>
        <translation>Ein Ereignis für jede Quelle (S)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected events (Del)</source>
        <translation>Die ausgewählten Ereignisse löschen (Entf)</translation>
    </message>
    <message>
        <source>Next to &amp;review</source>
        <translation>&amp;Nächstes zu prüfen</translation>
    </message>
    <message>
        <source>&amp;Previous to review</source>
        <translation>&amp;Voriges zu prüfen</translation>
    </message>
    <message>
        <source>A&amp;ccept many…</source>
        <translation>&amp;Viele annehmen…</translation>
    </message>
    <message>
        <source>C&amp;ompare events that may be one…</source>
        <translation>Ereignisse &amp;vergleichen, die eines sein können…</translation>
    </message>
    <message>
        <source>Settle &amp;dates of several sources…</source>
        <translation>&amp;Daten mehrerer Quellen festlegen…</translation>
    </message>
    <message>
        <source>Read the text here, or &amp;leave it out</source>
        <translation>Diesen Text lesen oder aus&amp;lassen</translation>
    </message>
    <message>
        <source>Next in the te&amp;xt</source>
        <translation>Nä&amp;chstes im Text</translation>
    </message>
    <message>
        <source>&amp;Previous in the text</source>
        <translation>&amp;Voriges im Text</translation>
    </message>
    <message>
        <source>&amp;Publication date and zone…</source>
        <translation>&amp;Erscheinungsdatum und Zeitzone…</translation>
    </message>
    <message>
        <source>&amp;Remove the source</source>
        <translation>Quelle &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Go to date…</source>
        <translation>&amp;Gehe zu Datum…</translation>
    </message>
    <message>
        <source>Show a date that you type in words</source>
        <translation>Ein in Worten eingegebenes Datum zeigen</translation>
    </message>
    <message>
        <source>Go to t&amp;oday</source>
        <translation>Gehe zu &amp;heute</translation>
    </message>
    <message>
        <source>&amp;Fit the whole timeline</source>
        <translation>Ganze Zeitleiste &amp;zeigen</translation>
    </message>
    <message>
        <source>Show &amp;rejected events</source>
        <translation>&amp;Abgelehnte Ereignisse zeigen</translation>
    </message>
    <message>
        <source>&amp;Put the panes back</source>
        <translation>Bereiche &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Give every pane its first place and size</source>
        <translation>Jedem Bereich seinen ersten Platz und seine erste Größe geben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation>&amp;Tasten und Gesten</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostic report…</source>
        <translation>&amp;Diagnosebericht kopieren…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Saved &amp;views</source>
        <translation>Gespeicherte &amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Move a pane</source>
        <translation>Bereich &amp;verschieben</translation>
    </message>
    <message>
        <source>Table &amp;columns</source>
        <translation>&amp;Tabellenspalten</translation>
    </message>
    <message>
        <source>Timeline &amp;lanes</source>
        <translation>&amp;Spuren der Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom about the pointer</source>
        <translation>um den Zeiger zoomen</translation>
    </message>
    <message>
        <source>drag empty space, Shift+wheel</source>
        <translation>leere Fläche ziehen, Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>zoom to the period</source>
        <translation>auf den Zeitraum zoomen</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>new event over that period</source>
        <translation>neues Ereignis über diesen Zeitraum</translation>
    </message>
    <message>
        <source>edit, new event, zoom into a cluster</source>
        <translation>bearbeiten, neues Ereignis, in einen Haufen zoomen</translation>
    </message>
    <message>
        <source>Enter Del</source>
        <translation>Eingabe Entf</translation>
    </message>
    <message>
        <source>edit, delete</source>
        <translation>bearbeiten, löschen</translation>
    </message>
    <message>
        <source>select several</source>
        <translation>mehrere auswählen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+drag, Ctrl+click</source>
        <translation>Strg+Umschalt+Ziehen, Strg+Klick</translation>
    </message>
    <message>
        <source>drag an event</source>
        <translation>Ereignis ziehen</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>drag one of its four handles</source>
        <translation>einen der vier Griffe ziehen</translation>
    </message>
    <message>
        <source>resize it, with Alt make it uncertain</source>
        <translation>Dauer ändern, mit Alt unscharf machen</translation>
    </message>
    <message>
        <source>double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>← → Home End</source>
        <translation>← → Pos1 Ende</translation>
    </message>
    <message>
        <source>previous, next, first, last event</source>
        <translation>voriges, nächstes, erstes, letztes Ereignis</translation>
    </message>
    <message>
        <source>PgUp PgDn</source>
        <translation>Bild↑ Bild↓</translation>
    </message>
    <message>
        <source>one screen</source>
        <translation>eine Bildbreite</translation>
    </message>
    <message>
        <source>+ − F</source>
        <translation>+ − F</translation>
    </message>
    <message>
        <source>zoom in, out, fit all</source>
        <translation>näher, weiter, alles zeigen</translation>
    </message>
    <message>
        <source>1 · confirmed by others</source>
        <translation>1 · von anderen bestätigt</translation>
    </message>
    <message>
        <source>2 · probably true</source>
        <translation>2 · wahrscheinlich wahr</translation>
    </message>
    <message>
        <source>3 · possibly true</source>
        <translation>3 · möglicherweise wahr</translation>
    </message>
    <message>
        <source>4 · doubtful</source>
        <translation>4 · zweifelhaft</translation>
    </message>
    <message>
        <source>5 · improbable</source>
        <translation>5 · unwahrscheinlich</translation>
    </message>
    <message>
        <source>6 · cannot be judged</source>
        <translation>6 · nicht zu beurteilen</translation>
    </message>
    <message>
        <source>differs — typing applies to all</source>
        <translation>verschieden — Eingabe gilt für alle</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>handelnd</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>betroffen</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>beteiligt</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window, or import them.
Their events appear on the timeline below, each with the sentence that it was read from.</source>
        <translation>Dateien irgendwo in dieses Fenster ziehen oder importieren.
Ihre Ereignisse erscheinen unten auf der Zeitleiste, jedes mit dem Satz, aus dem es gelesen wurde.</translation>
    </message>
    <message>
        <source>the dateline</source>
        <translation>der Ortsmarke</translation>
    </message>
    <message>
        <source>the byline</source>
        <translation>der Autorenzeile</translation>
    </message>
    <message>
        <source>the headline</source>
        <translation>der Überschrift</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>der Adresse</translation>
    </message>
    <message>
        <source>the file name</source>
        <translation>dem Dateinamen</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>dem Text</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>den Einstellungen</translation>
    </message>
    <message>
        <source>the line “{}”</source>
        <translation>der Zeile „{}“</translation>
    </message>
    <message>
        <source>the date line at the top</source>
        <translation>der Datumszeile am Anfang</translation>
    </message>
    <message>
        <source>the month at the top</source>
        <translation>dem Monat am Anfang</translation>
    </message>
    <message>
        <source>the line with author and date</source>
        <translation>der Zeile mit Autor und Datum</translation>
    </message>
    <message>
        <source>a line near the top</source>
        <translation>einer Zeile am Anfang</translation>
    </message>
    <message>
        <source>the page&apos;s address</source>
        <translation>der Adresse der Seite</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>dem Namen der Datei</translation>
    </message>
    <message>
        <source>a link in the text</source>
        <translation>einem Link im Text</translation>
    </message>
    <message>
        <source>a link in a comment</source>
        <translation>einem Link in einem Kommentar</translation>
    </message>
    <message>
        <source>the page&apos;s “{}”</source>
        <translation>„{}“ der Seite</translation>
    </message>
    <message>
        <source>the page&apos;s JSON-LD “{}”</source>
        <translation>„{}“ im JSON-LD der Seite</translation>
    </message>
    <message>
        <source>the note of when it was saved</source>
        <translation>dem Vermerk, wann sie gespeichert wurde</translation>
    </message>
    <message>
        <source>the time marked as the page&apos;s date</source>
        <translation>der als Datum der Seite ausgezeichneten Zeit</translation>
    </message>
    <message>
        <source>the time marked as the last change</source>
        <translation>der als letzte Änderung ausgezeichneten Zeit</translation>
    </message>
    <message>
        <source>the time beside the headline</source>
        <translation>der Zeit neben der Überschrift</translation>
    </message>
    <message>
        <source>a time on the page</source>
        <translation>einer Zeit auf der Seite</translation>
    </message>
    <message>
        <source>the message&apos;s Date field</source>
        <translation>dem Feld „Date“ der Nachricht</translation>
    </message>
    <message>
        <source>the message&apos;s last Received field</source>
        <translation>dem letzten Feld „Received“ der Nachricht</translation>
    </message>
    <message>
        <source>the Date field of the message that it came with</source>
        <translation>dem Feld „Date“ der Nachricht, mit der sie kam</translation>
    </message>
    <message>
        <source>the PDF&apos;s properties</source>
        <translation>den Eigenschaften der PDF-Datei</translation>
    </message>
    <message>
        <source>the document&apos;s properties</source>
        <translation>den Eigenschaften des Dokuments</translation>
    </message>
    <message>
        <source>when it was made</source>
        <translation>Zeitpunkt der Erstellung</translation>
    </message>
    <message>
        <source>when it was changed</source>
        <translation>Zeitpunkt der Änderung</translation>
    </message>
    <message>
        <source>like the dateline</source>
        <translation>wie die Ortsmarke</translation>
    </message>
    <message>
        <source>and the weekdays told fit</source>
        <translation>und die genannten Wochentage passen</translation>
    </message>
    <message>
        <source>but the weekdays told do not fit</source>
        <translation>aber die genannten Wochentage passen nicht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Project settings</source>
        <translation>Einstellungen des Projekts</translation>
    </message>
    <message>
        <source>Suggested pair</source>
        <translation>Vorgeschlagenes Paar</translation>
    </message>
    <message>
        <source>news</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>liveblog</source>
        <translation>Liveblog</translation>
    </message>
    <message>
        <source>narrative</source>
        <translation>Erzählung</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>your time</source>
        <translation>Ihre Zeit</translation>
    </message>
    <message>
        <source>your time, as typed</source>
        <translation>Ihre Zeit, wie eingegeben</translation>
    </message>
    <message>
        <source>reading of the time</source>
        <translation>Lesart der Zeit</translation>
    </message>
    <message>
        <source>time phrase</source>
        <translation>Zeitausdruck</translation>
    </message>
    <message>
        <source>reason of the reading</source>
        <translation>Grund der Lesung</translation>
    </message>
    <message>
        <source>what dates it</source>
        <translation>wodurch datiert</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>independent origins</source>
        <translation>unabhängige Ursprünge</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>credibility</source>
        <translation>Glaubwürdigkeit</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>von Ihnen bearbeitet</translation>
    </message>
    <message>
        <source>reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>published</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>order of days and months</source>
        <translation>Folge von Tag und Monat</translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation>Art des Dokuments</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>parts of the text</source>
        <translation>Teile des Textes</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>zone of the display</source>
        <translation>Zone der Anzeige</translation>
    </message>
    <message>
        <source>lanes by</source>
        <translation>Spuren nach</translation>
    </message>
    <message>
        <source>saved views</source>
        <translation>gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>start time</source>
        <translation>Uhrzeit des Beginns</translation>
    </message>
    <message>
        <source>end time</source>
        <translation>Uhrzeit des Endes</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>no grouping</source>
        <translation>ohne Gruppen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Ursprünge</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Glaubwürdigkeit</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>geschehen</translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation>andauernd</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>bestritten</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>Meinung</translation>
    </message>
    <message>
        <source>Something in the program went wrong. Your project is still open and unchanged by this; save it under another name to be safe.

Help › Copy diagnostic report tells what to report: {what}</source>
        <translation>Im Programm ging etwas schief. Ihr Projekt ist noch offen und davon unverändert; speichern Sie es sicherheitshalber unter anderem Namen.

Hilfe › Diagnosebericht kopieren sagt, was zu melden ist: {what}</translation>
    </message>
    <message>
        <source>28 May 2018, or 28 May 2018 14:30</source>
        <translation>28. Mai 2018 oder 28. Mai 2018 14:30</translation>
    </message>
    <message>
        <source>A · completely reliable</source>
        <translation>A · völlig zuverlässig</translation>
    </message>
    <message>
        <source>B · usually reliable</source>
        <translation>B · meist zuverlässig</translation>
    </message>
    <message>
        <source>C · fairly reliable</source>
        <translation>C · ziemlich zuverlässig</translation>
    </message>
    <message>
        <source>D · not usually reliable</source>
        <translation>D · meist nicht zuverlässig</translation>
    </message>
    <message>
        <source>E · unreliable</source>
        <translation>E · unzuverlässig</translation>
    </message>
    <message>
        <source>F · cannot be judged</source>
        <translation>F · nicht zu beurteilen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>letzten Monat</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dieses Jahr</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztes Jahr</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>“last weekend”, “28 May 2018 1330 GMT”, “2018-05~”, “between 3 and 7 May”</source>
        <translation>„letztes Wochenende“, „28. Mai 2018 13:30 GMT“, „2018-05~“, „zwischen dem 3. und 7. Mai“</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Program icon</source>
        <translation>Programmsymbol</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Reads reports, resolves every time expression against the context it was published in, and draws the events it finds. Everything stays on this computer.</source>
        <translation>Liest Berichte, löst jeden Zeitausdruck im Zusammenhang seiner Veröffentlichung auf und zeichnet die gefundenen Ereignisse. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>MIT licence. Typeface: Inter (SIL Open Font License).</source>
        <translation>MIT-Lizenz. Schrift: Inter (SIL Open Font License).</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>The text itself does not say when it was published.</source>
        <translation>Der Text selbst sagt nicht, wann er erschienen ist.</translation>
    </message>
    <message>
        <source>No place in the text is sure enough to be taken without asking:</source>
        <translation>Keine Stelle im Text ist sicher genug, um ungefragt übernommen zu werden:</translation>
    </message>
    <message>
        <source>These places disagree; the surest is in force:</source>
        <translation>Diese Stellen widersprechen sich; die sicherste gilt:</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Find in all texts</source>
        <translation>In allen Texten suchen</translation>
    </message>
    <message>
        <source>Type an action, an event, a source or words of a text</source>
        <translation>Befehl, Ereignis, Quelle oder Wörter eines Textes eingeben</translation>
    </message>
    <message>
        <source>Words of the texts, or a “phrase”</source>
        <translation>Wörter der Texte oder eine „Wortfolge“</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>No text holds that.</source>
        <translation>Das steht in keinem Text.</translation>
    </message>
    <message>
        <source>All texts of the project are searched.</source>
        <translation>Gesucht wird in allen Texten des Projekts.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>{time} · hidden by the filter</source>
        <translation>{time} · vom Filter verborgen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare events</source>
        <translation>Ereignisse vergleichen</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Second event</source>
        <translation>Zweites Ereignis</translation>
    </message>
    <message>
        <source>One event  M</source>
        <translation>Ein Ereignis  M</translation>
    </message>
    <message>
        <source>Make one event of them</source>
        <translation>Ein Ereignis daraus machen</translation>
    </message>
    <message>
        <source>Two events  K</source>
        <translation>Zwei Ereignisse  K</translation>
    </message>
    <message>
        <source>Keep them apart</source>
        <translation>Getrennt lassen</translation>
    </message>
    <message>
        <source>They contradict  C</source>
        <translation>Sie widersprechen sich  C</translation>
    </message>
    <message>
        <source>Mark them as contradicting each other</source>
        <translation>Als einander widersprechend kennzeichnen</translation>
    </message>
    <message>
        <source>←</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>Later →</source>
        <translation>Später →</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All pairs are decided.</source>
        <translation>Alle Paare sind entschieden.</translation>
    </message>
    <message>
        <source>What you kept apart is remembered and not asked again.</source>
        <translation>Was getrennt blieb, wird behalten und nicht wieder gefragt.</translation>
    </message>
    <message>
        <source>Do these contradict each other?</source>
        <translation>Widersprechen sich diese?</translation>
    </message>
    <message>
        <source>Is this one event?</source>
        <translation>Ist das ein Ereignis?</translation>
    </message>
    <message>
        <source>Why they are shown: {reason}.</source>
        <translation>Warum sie gezeigt werden: {reason}.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ContextDialog</name>
    <message>
        <source>Publication</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source> — your own date stays</source>
        <translation> — Ihr eigenes Datum bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would move so far…</source>
        <translation>
            <numerusform>Bisher würde sich %n Ereignis verschieben…</numerusform>
            <numerusform>Bisher würden sich %n Ereignisse verschieben…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) would move</source>
        <translation>
            <numerusform>%n Ereignis würde sich verschieben</numerusform>
            <numerusform>%n Ereignisse würden sich verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>No event would move</source>
        <translation>Kein Ereignis würde sich verschieben</translation>
    </message>
    <message>
        <source>Choose at least one source.</source>
        <translation>Mindestens eine Quelle wählen.</translation>
    </message>
    <message>
        <source>That is not a date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>A publication date is one day, or a day and a time: for example 28 May 2018 14:30.</source>
        <translation>Ein Erscheinungsdatum ist ein Tag, oder ein Tag mit Uhrzeit: zum Beispiel 28 May 2018 14:30.</translation>
    </message>
    <message>
        <source>“{zone}” is not a time zone; use a name such as Europe/Kyiv, UTC or +03:00.</source>
        <translation>„{zone}“ ist keine Zeitzone; ein Name wie Europe/Kyiv, UTC oder +03:00 wird gebraucht.</translation>
    </message>
    <message numerus="yes">
        <source>Give %n source(s) the surest date of its own</source>
        <translation>
            <numerusform>%n Quelle ihr sicherstes eigenes Datum geben</numerusform>
            <numerusform>%n Quellen ihr jeweils sicherstes eigenes Datum geben</numerusform>
        </translation>
    </message>
    <message>
        <source>— each keeps its own —</source>
        <translation>— jede behält ihre eigene —</translation>
    </message>
    <message>
        <source>each keeps its own date, or none</source>
        <translation>jede behält ihr eigenes Datum, oder keines</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>unknown; for example Europe/London or UTC</source>
        <translation>unbekannt; zum Beispiel Europe/London oder UTC</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>day first: 6 July</source>
        <translation>Tag zuerst: 6. Juli</translation>
    </message>
    <message>
        <source>month first: June 7</source>
        <translation>Monat zuerst: 7. Juni</translation>
    </message>
    <message>
        <source>year first</source>
        <translation>Jahr zuerst</translation>
    </message>
    <message>
        <source>Order of numeric dates</source>
        <translation>Reihenfolge in Zifferndaten</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Art des Dokuments</translation>
    </message>
    <message>
        <source>Reliability of the publisher</source>
        <translation>Zuverlässigkeit des Herausgebers</translation>
    </message>
    <message>
        <source>Order of numeric dates (6/7/2018)</source>
        <translation>Reihenfolge in Zifferndaten (6/7/2018)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Events that would move</source>
        <translation>Ereignisse, die sich verschieben würden</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>“{phrase}” means</source>
        <translation>„{phrase}“ bedeutet</translation>
    </message>
    <message>
        <source>{time} — as it was read</source>
        <translation>{time} — wie gelesen</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Eine andere Zeit…</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct the phrase</source>
        <translation>Ausdruck berichtigen</translation>
    </message>
    <message>
        <source>Correct the phrase “{phrase}”</source>
        <translation>Den Ausdruck „{phrase}“ berichtigen</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>for example 1 June</source>
        <translation>zum Beispiel 1. Juni</translation>
    </message>
    <message numerus="yes">
        <source>Moves %n event(s) along.</source>
        <translation>
            <numerusform>Verschiebt %n Ereignis mit.</numerusform>
            <numerusform>Verschiebt %n Ereignisse mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dates no event.</source>
        <translation>Datiert kein Ereignis.</translation>
    </message>
    <message>
        <source>Use {time}</source>
        <translation>{time} verwenden</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>statement, strike, talks…</source>
        <translation>Aussage, Streik, Gespräche…</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>add a place</source>
        <translation>Ort angeben</translation>
    </message>
    <message>
        <source>Credibility of the claim</source>
        <translation>Glaubwürdigkeit der Aussage</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>credibility</source>
        <translation>Glaubwürdigkeit</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>names, separated by semicolons</source>
        <translation>Namen, durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostic report</source>
        <translation>Diagnosebericht</translation>
    </message>
    <message>
        <source>This is all that the report holds: versions, numbers and places in the program. It has no text, title or name of your sources, and it is sent to nobody; copy it to where you report the problem.</source>
        <translation>Das ist alles, was der Bericht enthält: Versionen, Zahlen und Stellen im Programm. Er enthält weder Text noch Titel oder Namen Ihrer Quellen und wird an niemanden gesendet; kopieren Sie ihn dorthin, wo Sie das Problem melden.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open {name}</source>
        <translation>Loslassen, um {name} zu öffnen</translation>
    </message>
    <message>
        <source>Drop to import {name}</source>
        <translation>Loslassen, um {name} zu importieren</translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %n file(s)</source>
        <translation>
            <numerusform>Loslassen, um %n Datei zu importieren</numerusform>
            <numerusform>Loslassen, um %n Dateien zu importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to import this text</source>
        <translation>Loslassen, um diesen Text zu importieren</translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message>
        <source>Select the text that tells the event, then press N.</source>
        <translation>Wählen Sie den Text, der das Ereignis erzählt, dann drücken Sie N.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neues Ereignis</translation>
    </message>
    <message>
        <source>Select one event, then the text that tells it too, and press L.</source>
        <translation>Wählen Sie ein Ereignis, dann den Text, der es auch erzählt, und drücken Sie L.</translation>
    </message>
    <message>
        <source>Linked. The event now quotes this text as well.</source>
        <translation>Verknüpft. Das Ereignis zitiert jetzt auch diesen Text.</translation>
    </message>
    <message>
        <source>Click the sentence to unlink first.</source>
        <translation>Klicken Sie zuerst auf den Satz, der gelöst werden soll.</translation>
    </message>
    <message>
        <source>Select an event first, then press T to correct its time.</source>
        <translation>Wählen Sie zuerst ein Ereignis, dann drücken Sie T, um seine Zeit zu berichtigen.</translation>
    </message>
    <message>
        <source>Select two or more events (Ctrl+click), then press M to merge them.</source>
        <translation>Wählen Sie zwei oder mehr Ereignisse (Strg+Klick), dann drücken Sie M, um sie zusammenzuführen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are one event now. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n Ereignis ist jetzt eines. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>%n Ereignisse sind jetzt eines. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only an event with two or more sentences can be split.</source>
        <translation>Nur ein Ereignis mit zwei oder mehr Sätzen lässt sich trennen.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n Ereignis gelöscht. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>%n Ereignisse gelöscht. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) accepted. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n Ereignis angenommen. Strg+Z nimmt es zurück.</numerusform>
            <numerusform>%n Ereignisse angenommen. Strg+Z nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Nichts ist mehr zu prüfen.</translation>
    </message>
    <message>
        <source>Select an event first.</source>
        <translation>Wählen Sie zuerst ein Ereignis.</translation>
    </message>
    <message>
        <source>That was the last one: nothing waits for review.</source>
        <translation>Das war das letzte: Nichts ist mehr zu prüfen.</translation>
    </message>
</context>
<context>
    <name>EventFileCommands</name>
    <message>
        <source>Events ({endings});;All files (*)</source>
        <translation>Ereignisse ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>Ereignisse importieren</translation>
    </message>
    <message>
        <source>The events could not be imported</source>
        <translation>Die Ereignisse konnten nicht importiert werden</translation>
    </message>
    <message>
        <source>Events of {name}: {summary}.</source>
        <translation>Ereignisse aus {name}: {summary}.</translation>
    </message>
</context>
<context>
    <name>EventMargin</name>
    <message>
        <source>Events beside the text</source>
        <translation>Ereignisse neben dem Text</translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>A credibility is a figure from 1 to 6.</source>
        <translation>Eine Glaubwürdigkeit ist eine Ziffer von 1 bis 6.</translation>
    </message>
    <message>
        <source>A status is set to {known}.</source>
        <translation>Ein Stand wird auf {known} gesetzt.</translation>
    </message>
    <message>
        <source>Table of events</source>
        <translation>Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Click selects the event.</source>
        <translation>Klicken wählt das Ereignis.</translation>
    </message>
    <message>
        <source>corrected by you</source>
        <translation>von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>{name} is being written already.</source>
        <translation>{name} wird schon geschrieben.</translation>
    </message>
    <message>
        <source>The export did not work</source>
        <translation>Der Export ist nicht gelungen</translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation>{name} geschrieben.</translation>
    </message>
    <message>
        <source>{name} was not written.</source>
        <translation>{name} wurde nicht geschrieben.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Source sentences</source>
        <translation>Sätze der Quellen</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Meine Notizen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Visible part only</source>
        <translation>Nur der sichtbare Teil</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>EREIGNISSE</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation>VORSCHAU</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>All: {events}</source>
        <translation>Alle: {events}</translation>
    </message>
    <message>
        <source>Shown by the filter: {count}</source>
        <translation>Vom Filter gezeigte: {count}</translation>
    </message>
    <message>
        <source>Selected: {count}</source>
        <translation>Ausgewählte: {count}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>as the lanes are</source>
        <translation>wie die Bahnen</translation>
    </message>
    <message>
        <source>Rows and sections</source>
        <translation>Zeilen und Abschnitte</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>The period that the timeline shows now</source>
        <translation>Der Zeitraum, den die Zeitleiste jetzt zeigt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The first {count} events are shown.</source>
        <translation>Die ersten {count} Ereignisse werden gezeigt.</translation>
    </message>
    <message>
        <source>This format has no preview.</source>
        <translation>Dieses Format hat keine Vorschau.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Writing {name}: {done} of {events}</source>
        <translation>{name} wird geschrieben: {done} von {events}</translation>
    </message>
    <message>
        <source>Writing {name}: {events}</source>
        <translation>{name} wird geschrieben: {events}</translation>
    </message>
    <message>
        <source>An export is running</source>
        <translation>Ein Export läuft</translation>
    </message>
    <message>
        <source>{names} is still being written.</source>
        <translation>{names} wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Closing the window now leaves it unwritten.</source>
        <translation>Wird das Fenster jetzt geschlossen, bleibt es ungeschrieben.</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Ohne ihn schließen</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not {condition}</source>
        <translation>nicht {condition}</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>The project could not be opened</source>
        <translation>Das Projekt ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Part of the project cannot be read</source>
        <translation>Ein Teil des Projekts ist nicht lesbar</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>An import is running; wait for it, or cancel it first.</source>
        <translation>Ein Import läuft; warten Sie auf ihn, oder brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Close it there, or save under another name.</source>
        <translation>Schließen Sie es dort, oder speichern Sie unter anderem Namen.</translation>
    </message>
    <message>
        <source>The project could not be saved</source>
        <translation>Das Projekt ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>Saving was cancelled; {name} is as it was before.</source>
        <translation>Das Speichern wurde abgebrochen; {name} ist, wie es war.</translation>
    </message>
    <message>
        <source>Saved to {name}.</source>
        <translation>Gespeichert in {name}.</translation>
    </message>
    <message>
        <source>Timeline projects ({pattern})</source>
        <translation>Zeitleisten-Projekte ({pattern})</translation>
    </message>
    <message>
        <source>{name} could not be used: {reason}. Choose another place.</source>
        <translation>{name} ließ sich nicht verwenden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>{file} is open in {holder}.</source>
        <translation>{file} ist geöffnet in {holder}.</translation>
    </message>
    <message>
        <source>Open elsewhere</source>
        <translation>Anderswo geöffnet</translation>
    </message>
    <message>
        <source>You can open it for reading only. What you change there can be saved under another name.</source>
        <translation>Sie können die Datei nur zum Lesen öffnen. Was Sie dort ändern, lässt sich unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
    <message>
        <source>If that window is gone, the project can be opened as ever.</source>
        <translation>Wenn es dieses Fenster nicht mehr gibt, kann das Projekt wie sonst geöffnet werden.</translation>
    </message>
    <message>
        <source>It is gone: open</source>
        <translation>Gibt es nicht mehr: öffnen</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>Von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>{shown:,} of {all:,} events</source>
        <translation>{shown:,} von {all:,} Ereignissen</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n Text</numerusform>
            <numerusform>in %n Texten</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows every paragraph of the documents that holds the words</source>
        <translation>Zeigt jeden Absatz der Dokumente, in dem die Wörter stehen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more event(s) of these texts</source>
        <translation>
            <numerusform>%n weiteres Ereignis dieser Texte zeigen</numerusform>
            <numerusform>%n weitere Ereignisse dieser Texte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The words stand elsewhere in the texts of these events’ sources, not in what tells the events</source>
        <translation>Die Wörter stehen anderswo in den Texten der Quellen dieser Ereignisse, nicht in dem, was sie erzählt</translation>
    </message>
    <message>
        <source>in whole texts</source>
        <translation>in ganzen Texten</translation>
    </message>
    <message>
        <source>Remove the condition {words}</source>
        <translation>Die Bedingung {words} entfernen</translation>
    </message>
    <message>
        <source>Click to remove this condition</source>
        <translation>Klicken, um diese Bedingung zu entfernen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>{current:,} of {all:,}</source>
        <translation>{current:,} von {all:,}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>GoToDate</name>
    <message>
        <source>Go to date</source>
        <translation>Gehe zu Datum</translation>
    </message>
    <message>
        <source>Date to go to</source>
        <translation>Datum, das gezeigt werden soll</translation>
    </message>
    <message>
        <source>28 May 2018, last week, summer 1999…</source>
        <translation>28. Mai 2018, letzte Woche, Sommer 1999…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change publication date and zone</source>
        <translation>Erscheinungsdatum und Zeitzone ändern</translation>
    </message>
    <message>
        <source>Publication date</source>
        <translation>Erscheinungsdatum</translation>
    </message>
    <message>
        <source>for example 28 May 2018</source>
        <translation>zum Beispiel 28. Mai 2018</translation>
    </message>
    <message>
        <source>Set date…</source>
        <translation>Datum festlegen…</translation>
    </message>
    <message>
        <source>Set the publication date</source>
        <translation>Erscheinungsdatum festlegen</translation>
    </message>
    <message>
        <source>When was this published?</source>
        <translation>Wann ist das erschienen?</translation>
    </message>
    <message>
        <source>The text does not say, so phrases such as “last weekend” have no date yet.</source>
        <translation>Der Text sagt es nicht; Ausdrücke wie „letztes Wochenende“ haben daher noch kein Datum.</translation>
    </message>
    <message>
        <source>Use {time} — {where}</source>
        <translation>{time} verwenden — {where}</translation>
    </message>
</context>
<context>
    <name>HiddenSelection</name>
    <message>
        <source>The filter hides {number} of these events.</source>
        <translation>Der Filter verbirgt {number} dieser Ereignisse.</translation>
    </message>
    <message>
        <source>The filter hides this event.</source>
        <translation>Der Filter verbirgt dieses Ereignis.</translation>
    </message>
    <message>
        <source>Rejected events are not shown.</source>
        <translation>Abgelehnte Ereignisse werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show the history of this event</source>
        <translation>Verlauf dieses Ereignisses zeigen</translation>
    </message>
    <message>
        <source>and {number:,} earlier ones</source>
        <translation>und {number:,} frühere</translation>
    </message>
    <message>
        <source>Nothing was done to it yet.</source>
        <translation>Bisher wurde nichts daran geändert.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Event under the cursor</source>
        <translation>Ereignis unter dem Zeiger</translation>
    </message>
    <message>
        <source>your date: {}</source>
        <translation>Ihr Datum: {}</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Reports ({endings});;All files (*)</source>
        <translation>Berichte ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import reports</source>
        <translation>Berichte importieren</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Looking for reports…</source>
        <translation>Berichte werden gesucht…</translation>
    </message>
    <message>
        <source>The import was ended, and what had come in is taken back. Redo brings that in again.</source>
        <translation>Der Import wurde beendet, und was hereingekommen war, ist zurückgenommen. Wiederherstellen bringt es zurück.</translation>
    </message>
    <message>
        <source>There are no reports in that folder.</source>
        <translation>In diesem Ordner sind keine Berichte.</translation>
    </message>
    <message>
        <source>Import {count} documents</source>
        <translation>{count} Dokumente importieren</translation>
    </message>
    <message>
        <source>The text was read again. What you decided stayed as it was.</source>
        <translation>Der Text wurde neu gelesen. Was Sie entschieden haben, blieb, wie es war.</translation>
    </message>
    <message>
        <source>{sources} read</source>
        <translation>{sources} gelesen</translation>
    </message>
    <message>
        <source>{events} suggested</source>
        <translation>{events} vorgeschlagen</translation>
    </message>
    <message>
        <source>{count} already in the project</source>
        <translation>{count} schon im Projekt</translation>
    </message>
    <message>
        <source>{count} not imported</source>
        <translation>{count} nicht importiert</translation>
    </message>
    <message>
        <source>{count} not read</source>
        <translation>{count} nicht gelesen</translation>
    </message>
    <message>
        <source>Import cancelled: {what}</source>
        <translation>Import abgebrochen: {what}</translation>
    </message>
    <message>
        <source> A accepts, X rejects.</source>
        <translation> A nimmt an, X lehnt ab.</translation>
    </message>
</context>
<context>
    <name>ImportEventsDialog</name>
    <message>
        <source>Import events</source>
        <translation>Ereignisse importieren</translation>
    </message>
    <message>
        <source>{name} is {kind}.</source>
        <translation>{name} ist {kind}.</translation>
    </message>
    <message>
        <source>WHAT ITS COLUMNS ARE</source>
        <translation>WAS SEINE SPALTEN SIND</translation>
    </message>
    <message>
        <source>WHAT ITS ROWS BECOME</source>
        <translation>WAS AUS SEINEN ZEILEN WIRD</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>Column of {field}</source>
        <translation>Spalte für {field}</translation>
    </message>
    <message>
        <source>as its dates show</source>
        <translation>wie die Daten es zeigen</translation>
    </message>
    <message>
        <source>6/7 = 6 July</source>
        <translation>6/7 = 6. Juli</translation>
    </message>
    <message>
        <source>6/7 = June 7</source>
        <translation>6/7 = 7. Juni</translation>
    </message>
    <message>
        <source>Order of days and months</source>
        <translation>Reihenfolge von Tagen und Monaten</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>What each row becomes</source>
        <translation>Was aus jeder Zeile wird</translation>
    </message>
    <message>
        <source>Events: {summary}.</source>
        <translation>Ereignisse: {summary}.</translation>
    </message>
    <message>
        <source>The first {count} rows are shown.</source>
        <translation>Die ersten {count} Zeilen werden gezeigt.</translation>
    </message>
    <message>
        <source>Without a date that can be read: {count}.</source>
        <translation>Ohne lesbares Datum: {count}.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Already in the project as {same}.</source>
        <translation>Schon als {same} im Projekt.</translation>
    </message>
    <message>
        <source>Files that were left out, and why</source>
        <translation>Ausgelassene Dateien, und warum</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{files} could not be imported.</source>
        <translation>{files} konnten nicht importiert werden.</translation>
    </message>
    <message>
        <source>The other {files} are in the project.</source>
        <translation>Die anderen {files} sind im Projekt.</translation>
    </message>
    <message>
        <source>The other one is in the project.</source>
        <translation>Die andere ist im Projekt.</translation>
    </message>
    <message>
        <source>{count} already in the project.</source>
        <translation>{count} schon im Projekt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>EVENT</source>
        <translation>EREIGNIS</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show this event on the timeline and in the table</source>
        <translation>Dieses Ereignis auf Zeitachse und in der Tabelle zeigen</translation>
    </message>
    <message>
        <source>SOURCES</source>
        <translation>QUELLEN</translation>
    </message>
    <message>
        <source>Merge into one event</source>
        <translation>Zu einem Ereignis zusammenführen</translation>
    </message>
    <message>
        <source>Merge the selected events</source>
        <translation>Die ausgewählten Ereignisse zusammenführen</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Split this event into its sources</source>
        <translation>Dieses Ereignis nach Quellen trennen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Correct the time</source>
        <translation>Zeit berichtigen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next event to review</source>
        <translation>Nächstes Ereignis zu prüfen</translation>
    </message>
    <message>
        <source>TIME PHRASE</source>
        <translation>ZEITAUSDRUCK</translation>
    </message>
    <message>
        <source>{number:,} EVENTS</source>
        <translation>{number:,} EREIGNISSE</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n event(s) into one</source>
        <translation>
            <numerusform>%n Ereignis zusammenführen</numerusform>
            <numerusform>%n Ereignisse zu einem zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <source>confidence {share:.0%}</source>
        <translation>Konfidenz {share:.0%}</translation>
    </message>
    <message>
        <source>several states</source>
        <translation>verschiedene Stände</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Click an event on the timeline or in the table, or a lit sentence in the text. Its time, its sources and your notes appear here.

To make an event of your own, select text and press N.</source>
        <translation>Klicken Sie auf ein Ereignis der Zeitleiste oder der Tabelle oder auf einen hervorgehobenen Satz im Text. Hier erscheinen seine Zeit, seine Quellen und Ihre Notizen.

Für ein eigenes Ereignis Text auswählen und N drücken.</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>could not be placed</source>
        <translation>konnte nicht eingeordnet werden</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>undatiert</translation>
    </message>
</context>
<context>
    <name>LegendCard</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Click a time phrase or an event’s sentence first, then press Shift+T.</source>
        <translation>Erst auf einen Zeitausdruck oder den Satz eines Ereignisses klicken, dann Umschalt+T drücken.</translation>
    </message>
    <message>
        <source>“{title}” is out of the project. Ctrl+Z brings it back.</source>
        <translation>„{title}“ ist aus dem Projekt entfernt. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>No project was opened yet</source>
        <translation>Es wurde noch kein Projekt geöffnet</translation>
    </message>
    <message>
        <source>{project}[*] — Timeline</source>
        <translation>{project}[*] — Zeitleiste</translation>
    </message>
    <message>
        <source>{project}[*] (read only) — Timeline</source>
        <translation>{project}[*] (nur lesen) — Zeitleiste</translation>
    </message>
    <message>
        <source>Undo {deed}</source>
        <translation>Rückgängig: {deed}</translation>
    </message>
    <message>
        <source>Redo {deed}</source>
        <translation>Wiederholen: {deed}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Die Änderungen an „{name}“ speichern?</translation>
    </message>
    <message>
        <source>They are lost if you don’t save them.</source>
        <translation>Sie gehen verloren, wenn Sie sie nicht speichern.</translation>
    </message>
    <message>
        <source>An import is running</source>
        <translation>Ein Import läuft</translation>
    </message>
    <message>
        <source>Not read yet: {files}. Without them, “{name}” lacks what they tell.</source>
        <translation>Noch nicht gelesen: {files}. Ohne sie fehlt in „{name}“, was darin steht.</translation>
    </message>
    <message>
        <source>What has come in stays. The files are where they were.</source>
        <translation>Was schon gelesen ist, bleibt. Die Dateien liegen, wo sie lagen.</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Ohne sie schließen</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Unexpected problem</source>
        <translation>Unerwartetes Problem</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Where events stand in the text</source>
        <translation>Wo im Text Ereignisse stehen</translation>
    </message>
</context>
<context>
    <name>PaneDock</name>
    <message>
        <source>Move to the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation>Ins Fenster zurück</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Import pasted text</source>
        <translation>Eingefügten Text importieren</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Name der Quelle</translation>
    </message>
    <message>
        <source>What to call this source (its headline, if left empty)</source>
        <translation>Wie die Quelle heißen soll (sonst wie ihre Überschrift)</translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation>Text der Quelle</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Paste the report, with its headline and dateline if it has them.</source>
        <translation>Fügen Sie den Bericht ein, mit Überschrift und Ortsmarke, wenn er sie hat.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
</context>
<context>
    <name>PhrasePage</name>
    <message numerus="yes">
        <source>Dates %n event(s), which a correction here moves along.</source>
        <translation>
            <numerusform>Datiert %n Ereignis, das sich durch eine Berichtigung hier mit verschiebt.</numerusform>
            <numerusform>Datiert %n Ereignisse, die sich durch eine Berichtigung hier mit verschieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>No event is dated by this phrase. To make one, select the words that tell it and press N.</source>
        <translation>Kein Ereignis wird durch diesen Ausdruck datiert. Um eines zu machen, die Worte auswählen, die es erzählen, und N drücken.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>There is no field “{name}”; the fields are {known}.</source>
        <translation>Ein Feld „{name}“ gibt es nicht; die Felder sind {known}.</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Words, place:…, when:…   Ctrl+F</source>
        <translation>Wörter, ort:…, wann:…   Strg+F</translation>
    </message>
    <message>
        <source>Find and filter events</source>
        <translation>Ereignisse suchen und filtern</translation>
    </message>
    <message>
        <source>Clear the line</source>
        <translation>Zeile leeren</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Words are searched in titles, notes, the sentences that tell an event and the texts of all sources; in:texts shows all events of the texts that hold them. Narrow it down with source: place: person: kind: modality: status: grade: tag: when: confidence: — a minus in front excludes, “none” asks for what is missing. Down offers what can be asked.</source>
        <translation>Wörter werden in Titeln, Notizen, den Sätzen, die ein Ereignis erzählen, und den Texten aller Quellen gesucht; in:texten zeigt alle Ereignisse der Texte, in denen sie stehen. Eingrenzen mit quelle: ort: wer: art: modalität: stand: stufe: schlagwort: wann: konfidenz: — ein Minus davor schließt aus, „keine“ fragt nach dem, was fehlt. Die Taste ↓ bietet an, wonach gefragt werden kann.</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>unlink</source>
        <translation>lösen</translation>
    </message>
    <message>
        <source>Show this sentence in its text</source>
        <translation>Diesen Satz in seinem Text zeigen</translation>
    </message>
    <message>
        <source>Quote from {name}: {quote}</source>
        <translation>Zitat aus {name}: {quote}</translation>
    </message>
    <message>
        <source>Unlink quote from {name}</source>
        <translation>Zitat aus {name} lösen</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message numerus="yes">
        <source>and %n more sentence(s)</source>
        <translation>
            <numerusform>und %n weiterer Satz</numerusform>
            <numerusform>und %n weitere Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>widerspricht</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>source {reliability}, claim {credibility}</source>
        <translation>Quelle {reliability}, Aussage {credibility}</translation>
    </message>
    <message>
        <source>No sentence is linked. Select text on the left and press L to link it.</source>
        <translation>Kein Satz ist verknüpft. Links Text auswählen und L drücken, um ihn zu verknüpfen.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>erschienen {time}</translation>
    </message>
    <message>
        <source>section of {time}</source>
        <translation>Abschnitt vom {time}</translation>
    </message>
    <message>
        <source>told before: {time}</source>
        <translation>zuvor genannt: {time}</translation>
    </message>
    <message>
        <source>the time told before</source>
        <translation>die zuvor genannte Zeit</translation>
    </message>
    <message>
        <source>local time {zone}</source>
        <translation>Ortszeit {zone}</translation>
    </message>
    <message>
        <source>past verb</source>
        <translation>Verb in der Vergangenheit</translation>
    </message>
    <message>
        <source>present verb</source>
        <translation>Verb in der Gegenwart</translation>
    </message>
    <message>
        <source>future verb</source>
        <translation>Verb in der Zukunft</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Unsaved edits were found</source>
        <translation>Ungespeicherte Änderungen gefunden</translation>
    </message>
    <message>
        <source>Project with unsaved edits</source>
        <translation>Projekt mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Ungespeichert</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Differences between the file and the unsaved edits</source>
        <translation>Unterschiede zwischen der Datei und den ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Open the unsaved edits</source>
        <translation>Ungespeicherte Änderungen öffnen</translation>
    </message>
    <message>
        <source>Open the file as saved</source>
        <translation>Datei öffnen, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>Delete the edits…</source>
        <translation>Änderungen löschen…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>The program ended before these edits were saved. Nothing of them is lost.</source>
        <translation>Das Programm endete, bevor diese Änderungen gespeichert wurden. Nichts davon ist verloren.</translation>
    </message>
    <message>
        <source>a project that was never saved</source>
        <translation>einem Projekt, das nie gespeichert wurde</translation>
    </message>
    <message numerus="yes">
        <source>In {where}, last edited {when}: %n difference(s).</source>
        <translation>
            <numerusform>In {where}, zuletzt bearbeitet {when}: %n Unterschied.</numerusform>
            <numerusform>In {where}, zuletzt bearbeitet {when}: %n Unterschiede.</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Press again to delete them for good</source>
        <translation>Zum endgültigen Löschen noch einmal drücken</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Accept all…</source>
        <translation>Alle annehmen…</translation>
    </message>
    <message>
        <source>Accept many suggestions at once</source>
        <translation>Viele Vorschläge auf einmal annehmen</translation>
    </message>
    <message>
        <source>Events to review</source>
        <translation>Zu prüfende Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) hidden by the filter.</source>
        <translation>
            <numerusform>%n Ereignis vom Filter verborgen.</numerusform>
            <numerusform>%n Ereignisse vom Filter verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Nichts ist zu prüfen.</translation>
    </message>
    <message>
        <source>All…</source>
        <comment>accept all</comment>
        <translation>Alle…</translation>
    </message>
    <message>
        <source>Confidence {level} and more</source>
        <translation>Konfidenz {level} und mehr</translation>
    </message>
    <message>
        <source>Everything that is listed</source>
        <translation>Alles, was aufgeführt ist</translation>
    </message>
    <message>
        <source>No suggestion is listed</source>
        <translation>Kein Vorschlag ist aufgeführt</translation>
    </message>
    <message>
        <source>TO REVIEW · {count}</source>
        <translation>ZU PRÜFEN · {count}</translation>
    </message>
    <message>
        <source>TO REVIEW</source>
        <translation>ZU PRÜFEN</translation>
    </message>
    <message>
        <source>TO REVIEW · {listed} of {count}</source>
        <translation>ZU PRÜFEN · {listed} von {count}</translation>
    </message>
    <message>
        <source>its source’s date changed since you edited it</source>
        <translation>das Datum der Quelle hat sich seit Ihrer Bearbeitung geändert</translation>
    </message>
    <message>
        <source>any source</source>
        <translation>jede Quelle</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>in text order</source>
        <translation>in Textfolge</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>unsicherste zuerst</translation>
    </message>
    <message>
        <source>surest first</source>
        <translation>sicherste zuerst</translation>
    </message>
    <message>
        <source>earliest first</source>
        <translation>früheste zuerst</translation>
    </message>
    <message>
        <source>{level} and more</source>
        <translation>{level} und mehr</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>any confidence</source>
        <translation>jede Konfidenz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>any modality</source>
        <translation>jede Modalität</translation>
    </message>
</context>
<context>
    <name>Rivals</name>
    <message>
        <source>CONTRADICTED BY</source>
        <translation>WIDERSPROCHEN VON</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>There is no backup of this project yet.</source>
        <translation>Von diesem Projekt gibt es noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Open a backup of {name}</source>
        <translation>Sicherung von {name} öffnen</translation>
    </message>
    <message>
        <source>The backup could not be opened</source>
        <translation>Die Sicherung konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>This is the backup; saving puts it in the project&apos;s place.</source>
        <translation>Das ist die Sicherung; Speichern setzt sie an die Stelle des Projekts.</translation>
    </message>
    <message>
        <source>The unsaved edits could not be opened</source>
        <translation>Die ungespeicherten Änderungen konnten nicht geöffnet werden</translation>
    </message>
    <message>
        <source>These are the unsaved edits; save the project to keep them.</source>
        <translation>Das sind die ungespeicherten Änderungen; speichern Sie das Projekt, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Edits are not being kept</source>
        <translation>Änderungen werden nicht gesichert</translation>
    </message>
    <message>
        <source>The project was closed</source>
        <translation>Das Projekt wurde geschlossen</translation>
    </message>
    <message>
        <source>Part of the project cannot be read</source>
        <translation>Ein Teil des Projekts ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <translation>„{name}“ wird gespeichert…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SectionHeading</name>
    <message>
        <source>{list}, folded</source>
        <translation>{list}, eingeklappt</translation>
    </message>
    <message>
        <source>{list}, unfolded</source>
        <translation>{list}, ausgeklappt</translation>
    </message>
    <message>
        <source>Click to show the list</source>
        <translation>Klicken zeigt die Liste</translation>
    </message>
    <message>
        <source>Click to fold the list away</source>
        <translation>Klicken klappt die Liste ein</translation>
    </message>
</context>
<context>
    <name>SegmentButton</name>
    <message>
        <source>Read this part</source>
        <translation>Diesen Teil lesen</translation>
    </message>
    <message>
        <source>It was left out as page furniture; its events are found once it is read.</source>
        <translation>Er wurde als Beiwerk der Seite ausgelassen; seine Ereignisse werden gefunden, sobald er gelesen wird.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>New reports, where they do not say themselves</source>
        <translation>Neue Berichte, wo sie selbst nichts sagen</translation>
    </message>
    <message>
        <source>Put the panes back</source>
        <translation>Bereiche zurücksetzen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Geräumig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>{size} pixels</source>
        <translation>{size} Pixel</translation>
    </message>
    <message>
        <source>Text of sources</source>
        <translation>Text der Quellen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the language has it</source>
        <translation>Wie in der Sprache üblich</translation>
    </message>
    <message>
        <source>28 May 2018</source>
        <translation>28. Mai 2018</translation>
    </message>
    <message>
        <source>May 28, 2018</source>
        <translation>Mai 28, 2018</translation>
    </message>
    <message>
        <source>2018-05-28</source>
        <translation>2018-05-28</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Takes a restart: restart now…</source>
        <translation>Erst nach einem Neustart: jetzt neu starten…</translation>
    </message>
    <message>
        <source>Restart now, in the language that is chosen</source>
        <translation>Jetzt in der gewählten Sprache neu starten</translation>
    </message>
    <message>
        <source>Times are shown in</source>
        <translation>Zeiten werden gezeigt in</translation>
    </message>
    <message>
        <source>Kept in the project; Ctrl+Z takes it back.</source>
        <translation>Steht im Projekt; Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>6/7/2018 is 6 July</source>
        <translation>6/7/2018 ist der 6. Juli</translation>
    </message>
    <message>
        <source>6/7/2018 is June 7</source>
        <translation>6/7/2018 ist der 7. Juni</translation>
    </message>
    <message>
        <source>2018/7/6 is 6 July</source>
        <translation>2018/7/6 ist der 6. Juli</translation>
    </message>
    <message>
        <source>Dates in figures</source>
        <translation>Datumsangaben in Ziffern</translation>
    </message>
    <message>
        <source>Their time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>The week begins on</source>
        <translation>Die Woche beginnt am</translation>
    </message>
    <message>
        <source>the north: summer in July</source>
        <translation>des Nordens: Sommer im Juli</translation>
    </message>
    <message>
        <source>the south: summer in January</source>
        <translation>des Südens: Sommer im Januar</translation>
    </message>
    <message>
        <source>Seasons are those of</source>
        <translation>Jahreszeiten sind die</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>Auf der Zeitleiste</translation>
    </message>
</context>
<context>
    <name>SourceCommands</name>
    <message>
        <source>Import a report first.</source>
        <translation>Importieren Sie zuerst einen Bericht.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) told the same as another and joined it.</source>
        <translation>
            <numerusform>%n Vorschlag erzählte dasselbe wie ein anderer und wurde mit ihm vereint.</numerusform>
            <numerusform>%n Vorschläge erzählten dasselbe wie andere und wurden mit ihnen vereint.</numerusform>
        </translation>
    </message>
    <message>
        <source>comparing events</source>
        <translation>Ereignisse werden verglichen</translation>
    </message>
    <message>
        <source>No two events wait to be compared.</source>
        <translation>Keine zwei Ereignisse sind zu vergleichen.</translation>
    </message>
    <message>
        <source>Select the text to leave out, or greyed text to read, first.</source>
        <translation>Wählen Sie zuerst den Text aus, der ausgelassen werden soll, oder grauen Text, der gelesen werden soll.</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>Ausgelassen.</translation>
    </message>
    <message>
        <source>Read as text of the report.</source>
        <translation>Als Text des Berichts gelesen.</translation>
    </message>
    <message>
        <source>{what} Ctrl+Z takes it back.</source>
        <translation>{what} Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Read this part</source>
        <translation>Diesen Teil lesen</translation>
    </message>
    <message>
        <source>Leave the selection out</source>
        <translation>Auswahl auslassen</translation>
    </message>
    <message>
        <source>Leave this paragraph out</source>
        <translation>Diesen Absatz auslassen</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Text of the source</source>
        <translation>Text der Quelle</translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Undated events</source>
        <translation>Undatierte Ereignisse</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Festlegen…</translation>
    </message>
    <message>
        <source>Settle publication dates</source>
        <translation>Erscheinungsdaten festlegen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Compare events that may be one</source>
        <translation>Ereignisse vergleichen, die eines sein können</translation>
    </message>
    <message>
        <source>No reports yet.</source>
        <translation>Noch keine Berichte.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) without a date</source>
        <translation>
            <numerusform>%n Quelle ohne Datum</numerusform>
            <numerusform>%n Quellen ohne Datum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) with several dates</source>
        <translation>
            <numerusform>%n Quelle mit mehreren Daten</numerusform>
            <numerusform>%n Quellen mit mehreren Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one event</source>
        <translation>
            <numerusform>%n Paar kann ein Ereignis sein</numerusform>
            <numerusform>%n Paare können je ein Ereignis sein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n Widerspruch</numerusform>
            <numerusform>%n Widersprüche</numerusform>
        </translation>
    </message>
    <message>
        <source>SOURCES</source>
        <translation>QUELLEN</translation>
    </message>
    <message>
        <source>UNDATED</source>
        <translation>UNDATIERT</translation>
    </message>
    <message>
        <source>{list} · {some:,} of {all:,}</source>
        <translation>{list} · {some:,} von {all:,}</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Import reports</source>
        <translation>Berichte importieren</translation>
    </message>
    <message>
        <source>Publication date and zone…</source>
        <translation>Erscheinungsdatum und Zeitzone…</translation>
    </message>
    <message>
        <source>Reliability of the publisher</source>
        <translation>Zuverlässigkeit des Herausgebers</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>Aus dem Projekt entfernen</translation>
    </message>
    <message>
        <source>{waiting} to review</source>
        <translation>{waiting} zu prüfen</translation>
    </message>
    <message>
        <source>date missing — double-click to set it</source>
        <translation>Datum fehlt — Doppelklick legt es fest</translation>
    </message>
    <message>
        <source>date proposed {where}</source>
        <translation>Datum vorgeschlagen {where}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show hidden events</source>
        <translation>Verborgene Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Den Import abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel the save</source>
        <translation>Das Speichern abbrechen</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) hidden by filter — show all</source>
        <translation>
            <numerusform>%n Ereignis vom Filter verborgen — alle zeigen</numerusform>
            <numerusform>%n Ereignisse vom Filter verborgen — alle zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected, not shown — show</source>
        <translation>
            <numerusform>%n abgelehntes verborgen — zeigen</numerusform>
            <numerusform>%n abgelehnte verborgen — zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show rejected events too</source>
        <translation>Auch abgelehnte Ereignisse zeigen</translation>
    </message>
    <message>
        <source>undo {deed}</source>
        <translation>macht rückgängig: {deed}</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} wird gespeichert</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>All columns as at first</source>
        <translation>Alle Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>Hide “{column}”</source>
        <translation>„{column}“ ausblenden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>Sources that get these settings</source>
        <translation>Quellen, die diese Angaben bekommen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Several dates</source>
        <translation>Mehrere Daten</translation>
    </message>
    <message>
        <source>FOR THESE SOURCES</source>
        <translation>FÜR DIESE QUELLEN</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>no date; {date} {where}?</source>
        <translation>kein Datum; {date} {where}?</translation>
    </message>
    <message>
        <source>several dates: {dates}</source>
        <translation>mehrere Daten: {dates}</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Find in the text…</source>
        <translation>Im Text suchen…</translation>
    </message>
    <message>
        <source>Reading {number} of {total}: {name}
The window stays usable meanwhile.</source>
        <translation>{number} von {total} wird gelesen: {name}
Das Fenster bleibt dabei benutzbar.</translation>
    </message>
    <message>
        <source>Reading the reports…</source>
        <translation>Die Berichte werden gelesen…</translation>
    </message>
    <message>
        <source>Start with the reports</source>
        <translation>Beginnen Sie mit den Berichten</translation>
    </message>
    <message>
        <source>Import reports…</source>
        <translation>Berichte importieren…</translation>
    </message>
    <message>
        <source>Paste text…</source>
        <translation>Text einfügen…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
</context>
<context>
    <name>TimeBox</name>
    <message>
        <source>Back to the reading</source>
        <translation>Zurück zur Lesung</translation>
    </message>
    <message>
        <source>Your date</source>
        <translation>Ihr Datum</translation>
    </message>
    <message>
        <source>type a date or a phrase</source>
        <translation>Datum oder Ausdruck eingeben</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesung</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>your date</source>
        <translation>Ihr Datum</translation>
    </message>
    <message>
        <source>no time phrase</source>
        <translation>kein Zeitausdruck</translation>
    </message>
    <message>
        <source>several dates</source>
        <translation>verschiedene Daten</translation>
    </message>
    <message>
        <source>typed as “{words}”</source>
        <translation>eingegeben als „{words}“</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Type a time as you would say it: {examples}</source>
        <translation>Eine Zeit eingeben, wie man sie sagt: {examples}</translation>
    </message>
    <message>
        <source>Reading of {name}</source>
        <translation>Lesung von {name}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{} events</source>
        <translation>{} Ereignisse</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>edge known only roughly</source>
        <translation>Rand nur ungefähr bekannt</translation>
    </message>
    <message>
        <source>at some moment within</source>
        <translation>irgendwann darin</translation>
    </message>
    <message>
        <source>no later than</source>
        <translation>spätestens</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>possible or opinion</source>
        <translation>möglich oder Meinung</translation>
    </message>
    <message>
        <source>denied or disputed</source>
        <translation>bestritten oder strittig</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>bestritten</translation>
    </message>
    <message>
        <source>suggested, not reviewed</source>
        <translation>vorgeschlagen, nicht geprüft</translation>
    </message>
    <message>
        <source>another dating of the same event</source>
        <translation>eine andere Datierung desselben Ereignisses</translation>
    </message>
    <message>
        <source>so many events close together</source>
        <translation>so viele Ereignisse dicht beieinander</translation>
    </message>
    <message>
        <source>a source was published</source>
        <translation>eine Quelle wurde veröffentlicht</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>No dated events</source>
        <translation>Keine datierten Ereignisse</translation>
    </message>
    <message>
        <source>1 dated event</source>
        <translation>1 datiertes Ereignis</translation>
    </message>
    <message>
        <source>{} dated events</source>
        <translation>{} datierte Ereignisse</translation>
    </message>
    <message>
        <source>times in {}</source>
        <translation>Zeiten in {}</translation>
    </message>
    <message>
        <source>published {}</source>
        <translation>erschienen {}</translation>
    </message>
    <message>
        <source>publication date unknown</source>
        <translation>Erscheinungsdatum unbekannt</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Quelle: {}</translation>
    </message>
    <message>
        <source>and {} more sources</source>
        <translation>und {} weitere Quellen</translation>
    </message>
    <message>
        <source>Gathered under their number: {}</source>
        <translation>Unter ihrer Anzahl versammelt: {}</translation>
    </message>
    <message>
        <source>Labels cut or left out: {}</source>
        <translation>Gekürzte oder fehlende Beschriftungen: {}</translation>
    </message>
    <message>
        <source>In full: {}</source>
        <translation>Ungekürzt: {}</translation>
    </message>
    <message>
        <source>Not drawn, undated: {}</source>
        <translation>Nicht gezeichnet, undatiert: {}</translation>
    </message>
    <message>
        <source>Not drawn, rejected: {}</source>
        <translation>Nicht gezeichnet, abgelehnt: {}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{} sources published {}</source>
        <translation>{} Quellen erschienen {}</translation>
    </message>
    <message>
        <source>No dated events are shown.
Undated ones wait in the list of documents; a filter may hide others.</source>
        <translation>Keine datierten Ereignisse werden gezeigt.
Undatierte warten in der Liste der Dokumente; ein Filter kann andere verbergen.</translation>
    </message>
    <message>
        <source>Opening {project} …</source>
        <translation>{project} wird geöffnet …</translation>
    </message>
    <message>
        <source>No events yet.
Open reports, or drag here with Ctrl held to draw the first event.</source>
        <translation>Noch keine Ereignisse.
Öffnen Sie Berichte, oder ziehen Sie hier mit gehaltener Strg-Taste, um das erste Ereignis zu zeichnen.</translation>
    </message>
    <message>
        <source>{} sources</source>
        <translation>{} Quellen</translation>
    </message>
    <message>
        <source>{} hours without an event</source>
        <translation>{} Stunden ohne Ereignis</translation>
    </message>
    <message>
        <source>{} days without an event</source>
        <translation>{} Tage ohne Ereignis</translation>
    </message>
    <message>
        <source>{} months without an event</source>
        <translation>{} Monate ohne Ereignis</translation>
    </message>
    <message>
        <source>{} years without an event</source>
        <translation>{} Jahre ohne Ereignis</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Nach Ort</translation>
    </message>
    <message>
        <source>By participant</source>
        <translation>Nach Beteiligten</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Nach Schlagwort</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Nach Stand</translation>
    </message>
    <message>
        <source>By modality</source>
        <translation>Nach Modalität</translation>
    </message>
    <message>
        <source>By own lane</source>
        <translation>Nach eigener Bahn</translation>
    </message>
    <message>
        <source>One lane</source>
        <translation>Eine Bahn</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Kein Ort</translation>
    </message>
    <message>
        <source>No participant</source>
        <translation>Keine Beteiligten</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Keine Art</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>No lane of its own</source>
        <translation>Keine eigene Bahn</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>geschehen</translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation>andauernd</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>Meinung</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>confidence {}</source>
        <translation>Konfidenz {}</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>click to unfold</source>
        <translation>Klick öffnet</translation>
    </message>
    <message>
        <source>click to fold</source>
        <translation>Klick faltet</translation>
    </message>
    <message>
        <source>{} events, {}</source>
        <translation>{} Ereignisse, {}</translation>
    </message>
    <message>
        <source>double-click to zoom to them</source>
        <translation>Doppelklick zoomt hin</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Durch die Bahnen rollen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What the ways of drawing mean</source>
        <translation>Was die Zeichenweisen bedeuten</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Label gaps</source>
        <translation>Lücken beschriften</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Exportieren ▾</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views ▾</source>
        <translation>Ansichten ▾</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views: filter, order and lanes under a name</source>
        <translation>Gespeicherte Ansichten: Filter, Ordnung und Bahnen unter einem Namen</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern…</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Ansicht vergessen</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
</context>
<context>
    <name>Word</name>
    <message>
        <source>“{text}” is not a modality; use one of {known}.</source>
        <translation>„{text}“ ist keine Modalität; möglich sind {known}.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>publication date unknown</source>
        <translation>Erscheinungsdatum unbekannt</translation>
    </message>
    <message>
        <source>published {time}</source>
        <translation>erschienen {time}</translation>
    </message>
    <message>
        <source>typed by the analyst</source>
        <translation>von Ihnen eingegeben</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>aus {place}</translation>
    </message>
    <message>
        <source>{events} · {waiting} to review · {undated} undated</source>
        <translation>{events} · {waiting} zu prüfen · {undated} undatiert</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>keine Quelle</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>No contradiction</source>
        <translation>Kein Widerspruch</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln Vorschlag</numerusform>
            <numerusform>%Ln Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s)</source>
        <translation>
            <numerusform>%Ln Bericht</numerusform>
            <numerusform>%Ln Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln origin(s)</source>
        <translation>
            <numerusform>%Ln Ursprung</numerusform>
            <numerusform>%Ln Ursprünge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s); click again for the next.</source>
        <translation>
            <numerusform>%Ln Ereignis; ein weiterer Klick zeigt das nächste.</numerusform>
            <numerusform>%Ln Ereignisse; ein weiterer Klick zeigt das nächste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Grip</name>
    <message>
        <source>Move the pane {name}</source>
        <translation>Den Bereich {name} verschieben</translation>
    </message>
    <message>
        <source>Drag to move this pane; double-click to float it; right-click for more</source>
        <translation>Ziehen verschiebt diesen Bereich, Doppelklick löst ihn ab, Rechtsklick bietet mehr</translation>
    </message>
</context>
<context>
    <name>_Other</name>
    <message>
        <source>use</source>
        <translation>nehmen</translation>
    </message>
    <message>
        <source>Use {time}</source>
        <translation>{time} verwenden</translation>
    </message>
</context>
<context>
    <name>_Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading {number} of {total} · {name}</source>
        <translation>{number} von {total} wird gelesen · {name}</translation>
    </message>
</context>
</TS>
