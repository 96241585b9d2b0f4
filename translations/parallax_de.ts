<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BrowserName</name>
    <message>
        <source>%1 on %2</source>
        <comment>browser on system</comment>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 of %2, minimum %3, median %4</source>
        <translation>%1 von %2, Minimum %3, Median %4</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht durchgeführt</translation>
    </message>
    <message>
        <source>reached the endpoint</source>
        <translation>hat den Endpunkt erreicht</translation>
    </message>
    <message>
        <source>stopped at the largest TTL</source>
        <translation>endete bei der größten TTL</translation>
    </message>
    <message>
        <source>stopped where nothing answered</source>
        <translation>endete, wo nichts mehr antwortete</translation>
    </message>
    <message>
        <source>cut short, the connection closed</source>
        <translation>abgebrochen, die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>TCP handshake</source>
        <translation>TCP-Handshake</translation>
    </message>
    <message>
        <source>TCP minimum</source>
        <translation>TCP-Minimum</translation>
    </message>
    <message>
        <source>Segment size (MSS)</source>
        <translation>Segmentgröße (MSS)</translation>
    </message>
    <message>
        <source>Window scale</source>
        <translation>Fensterskalierung</translation>
    </message>
    <message>
        <source>SACK</source>
        <translation>SACK</translation>
    </message>
    <message>
        <source>TCP timestamps</source>
        <translation>TCP-Zeitstempel</translation>
    </message>
    <message>
        <source>TTL on arrival</source>
        <translation>TTL bei Ankunft</translation>
    </message>
    <message>
        <source>SYN options</source>
        <translation>SYN-Optionen</translation>
    </message>
    <message>
        <source>Text pings</source>
        <translation>Text-Pings</translation>
    </message>
    <message>
        <source>Control pings</source>
        <translation>Kontroll-Pings</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Wegverfolgung</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>by the kernel, at the packet</source>
        <translation>vom Kernel, am Paket</translation>
    </message>
    <message>
        <source>by this program, at the socket</source>
        <translation>von diesem Programm, am Socket</translation>
    </message>
    <message>
        <source>The classic rule says</source>
        <translation>Die klassische Regel sagt</translation>
    </message>
    <message>
        <source>CalcuLatency label</source>
        <translation>CalcuLatency-Etikett</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Page hidden</source>
        <translation>Seite verdeckt</translation>
    </message>
    <message>
        <source>yes, so its answers may be late</source>
        <translation>ja, ihre Antworten können also verspätet sein</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>How to read the pictures</source>
        <translation>So liest man die Bilder</translation>
    </message>
    <message>
        <source>The ladder shows how long an answer takes from each place on the way: the routers, what ends the TCP connection, and the browser. All start at zero, so a jump is where time is spent.</source>
        <translation>Die Leiter zeigt, wie lange eine Antwort von jedem Ort auf dem Weg braucht: von den Routern, von dem, was die TCP-Verbindung beendet, und vom Browser. Alle beginnen bei null; wo ein Sprung ist, vergeht die Zeit.</translation>
    </message>
    <message>
        <source>Direct: the browser answers as fast as what ends its connection, and the path leads there in small steps.</source>
        <translation>Direkt: Der Browser antwortet so schnell wie das, was seine Verbindung beendet, und der Weg führt in kleinen Schritten dorthin.</translation>
    </message>
    <message>
        <source>Proxy: something near ends the TCP connection and the browser is much further. The browser&apos;s bar has a jump.</source>
        <translation>Proxy: Etwas in der Nähe beendet die TCP-Verbindung, und der Browser ist viel weiter entfernt. Der Balken des Browsers hat einen Sprung.</translation>
    </message>
    <message>
        <source>Tunnel: a VPN carries the packets onward. The endpoint&apos;s bar has a jump behind the last router, and the browser is where the endpoint is.</source>
        <translation>Tunnel: Ein VPN trägt die Pakete weiter. Der Balken des Endpunkts hat hinter dem letzten Router einen Sprung, und der Browser ist dort, wo der Endpunkt ist.</translation>
    </message>
    <message>
        <source>Inconclusive: the measurement allows no honest answer. The banner says what would settle it.</source>
        <translation>Unklar: Die Messung erlaubt keine ehrliche Antwort. Das Banner sagt, was die Sache klären würde.</translation>
    </message>
    <message>
        <source>A thin line behind a bar reaches to the round trip that 95 % of the answers stayed within. Point at a bar or a hop for its numbers.</source>
        <translation>Eine dünne Linie hinter einem Balken reicht bis zu der Umlaufzeit, unter der 95 % der Antworten blieben. Zeigen Sie auf einen Balken oder Hop, um seine Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>About Parallax</source>
        <translation>Über Parallax</translation>
    </message>
    <message>
        <source>Network latency forensics: looks at one connection from two places and shows what lies between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Forensik der Netzlatenz: betrachtet eine Verbindung von zwei Stellen aus und zeigt, was dazwischenliegt.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Endpoint (TCP)</source>
        <translation>Endpunkt (TCP)</translation>
    </message>
    <message>
        <source>Browser (WebSocket)</source>
        <translation>Browser (WebSocket)</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>Umlaufzeit [ms]</translation>
    </message>
</context>
<context>
    <name>PathTable</name>
    <message>
        <source>NAT</source>
        <translation>NAT</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Loss [%]</source>
        <translation>Verlust [%]</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Dev.</source>
        <translation>Abw.</translation>
    </message>
    <message>
        <source>IPDV</source>
        <translation>IPDV</translation>
    </message>
    <message>
        <source>DSCP/ECN</source>
        <translation>DSCP/ECN</translation>
    </message>
    <message>
        <source>MPLS</source>
        <translation>MPLS</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Routers from here; the packet&apos;s time to live</source>
        <translation>Router von hier aus; die Lebensdauer des Pakets</translation>
    </message>
    <message>
        <source>Autonomous system that announces the address</source>
        <translation>Autonomes System, das die Adresse ankündigt</translation>
    </message>
    <message>
        <source>Probes without an answer. Loss at one hop alone is that router keeping silent.</source>
        <translation>Sonden ohne Antwort. Verlust an nur einem Hop heißt: Dieser Router schweigt.</translation>
    </message>
    <message>
        <source>Round-trip time in milliseconds</source>
        <translation>Umlaufzeit in Millisekunden</translation>
    </message>
    <message>
        <source>Standard deviation of the round-trip time in milliseconds</source>
        <translation>Standardabweichung der Umlaufzeit in Millisekunden</translation>
    </message>
    <message>
        <source>Mean difference of successive round-trip times in milliseconds (RFC 3393)</source>
        <translation>Mittlerer Unterschied aufeinanderfolgender Umlaufzeiten in Millisekunden (RFC 3393)</translation>
    </message>
    <message>
        <source>The packet&apos;s marks as this hop received it</source>
        <translation>Die Markierungen des Pakets, wie dieser Hop sie empfing</translation>
    </message>
    <message>
        <source>Labels that the packet carried there</source>
        <translation>Labels, die das Paket dort trug</translation>
    </message>
    <message>
        <source>An address translator stands before this hop</source>
        <translation>Vor diesem Hop steht ein Adressübersetzer</translation>
    </message>
    <message>
        <source>Largest packet that the next link takes, in bytes</source>
        <translation>Größtes Paket, das die nächste Leitung annimmt, in Byte</translation>
    </message>
    <message>
        <source>Routers on the way back, from the answer&apos;s time to live</source>
        <translation>Router auf dem Rückweg, aus der Lebensdauer der Antwort</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>From the best to the worst round trip, on one scale for all hops. The disc is the mean, a triangle if it or the loss is above the limit of an alert; the stroke is the last one.</source>
        <translation>Von der kürzesten bis zur längsten Umlaufzeit, auf einer Skala für alle Hops. Die Scheibe ist das Mittel, ein Dreieck, wenn es oder der Verlust über der Grenze eines Alarms liegt; der Strich ist die letzte.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>ProbeDialog</name>
    <message>
        <source>packets of %1 bytes</source>
        <translation>Pakete von %1 Bytes</translation>
    </message>
    <message>
        <source>answers are awaited for %1 s</source>
        <translation>auf Antworten wird %1 s gewartet</translation>
    </message>
    <message>
        <source>first TTL %1</source>
        <translation>erste TTL %1</translation>
    </message>
    <message>
        <source>largest TTL %1</source>
        <translation>größte TTL %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>by the device %1</source>
        <translation>über das Gerät %1</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Die Adresse wird bereits benutzt</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>Die Adresse gehört nicht zu diesem Rechner</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>Diese IP-Version wird nicht unterstützt</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>Der Host ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültiges Argument</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Network is down</source>
        <translation>Das Netzwerk ist außer Betrieb</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Das Netzwerk ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No buffer space available</source>
        <translation>Kein Pufferplatz verfügbar</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Dieses Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung bei der Verbindung</translation>
    </message>
    <message>
        <source>%1 has at most 40 bytes</source>
        <translation>%1 hat höchstens 40 Bytes</translation>
    </message>
    <message>
        <source>payload: a packet has at most 65535 bytes</source>
        <translation>payload: ein Paket hat höchstens 65535 Bytes</translation>
    </message>
    <message>
        <source>ip.source is of another IP version than ip.target</source>
        <translation>ip.source gehört zu einer anderen IP-Version als ip.target</translation>
    </message>
    <message>
        <source>the number of packets must be from %1 to %2</source>
        <translation>die Zahl der Pakete muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>the milliseconds between packets must be from %1 to %2</source>
        <translation>der Abstand der Pakete in Millisekunden muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>the milliseconds to wait for answers must be from %1 to %2</source>
        <translation>die Wartezeit auf Antworten in Millisekunden muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein, nicht „%4“</translation>
    </message>
    <message>
        <source>%1 must be true or false, not &quot;%2&quot;</source>
        <translation>%1 muss true oder false sein, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 must be en, de or zh_CN, not &quot;%2&quot;</source>
        <translation>%1 muss en, de oder zh_CN sein, nicht „%2“</translation>
    </message>
    <message>
        <source>Another program already uses port %1; stop it or choose another port.</source>
        <translation>Ein anderes Programm benutzt Port %1 bereits; beenden Sie es oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>The address to listen on is none of this machine&apos;s.</source>
        <translation>Die Adresse, an der gelauscht werden soll, gehört nicht zu diesem Rechner.</translation>
    </message>
    <message>
        <source>Listening on port %1 is not permitted; choose one above 1023.</source>
        <translation>An Port %1 zu lauschen ist nicht erlaubt; wählen Sie einen über 1023.</translation>
    </message>
    <message>
        <source>Cannot listen on port %1: %2.</source>
        <translation>An Port %1 kann nicht gelauscht werden: %2.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The loopback interface does not work: %1</source>
        <translation>Die Loopback-Schnittstelle funktioniert nicht: %1</translation>
    </message>
    <message>
        <source>This Qt has no TLS; install the OpenSSL library.</source>
        <translation>Dieses Qt hat kein TLS; installieren Sie die OpenSSL-Bibliothek.</translation>
    </message>
    <message>
        <source>There is no PEM certificate in %1.</source>
        <translation>In %1 steht kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>There is no unencrypted PEM key in %1.</source>
        <translation>In %1 steht kein unverschlüsselter PEM-Schlüssel.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used: %3</source>
        <translation>%1 und %2 sind nicht verwendbar: %3</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>this path is older than a week: of its rounds only the figures of minutes are left. Export it as JSON</source>
        <translation>dieser Weg ist älter als eine Woche: Von seinen Runden sind nur noch die Werte je Minute da. Exportieren Sie ihn als JSON</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a packet is under way</source>
        <translation>ein Paket ist noch unterwegs</translation>
    </message>
    <message>
        <source>this packet needs a confirmation of %1</source>
        <translation>für dieses Paket ist zu bestätigen: %1</translation>
    </message>
    <message>
        <source>the confirmation is for another packet, this one needs none</source>
        <translation>die Bestätigung gilt einem anderen Paket, dieses braucht keine</translation>
    </message>
    <message>
        <source>no route to %1: give ip.source</source>
        <translation>keine Route zu %1: Geben Sie ip.source an</translation>
    </message>
    <message>
        <source>this machine has no IPv6</source>
        <translation>dieser Rechner hat kein IPv6</translation>
    </message>
    <message>
        <source>no packet is watched</source>
        <translation>es wird kein Paket beobachtet</translation>
    </message>
    <message>
        <source>no route to %1: %2</source>
        <translation>keine Route zu %1: %2</translation>
    </message>
    <message>
        <source>%1 is a broadcast address, not one host</source>
        <translation>%1 ist eine Broadcast-Adresse, kein einzelner Host</translation>
    </message>
    <message>
        <source>a packet of %1 bytes is larger than the link&apos;s MTU, and is never fragmented</source>
        <translation>ein Paket von %1 Bytes ist größer als die MTU des Links und wird nie fragmentiert</translation>
    </message>
    <message>
        <source>this machine refuses to send to %1, as a rule of its firewall may</source>
        <translation>dieser Rechner weigert sich, an %1 zu senden; das kann an einer Regel seiner Firewall liegen</translation>
    </message>
    <message>
        <source>sending to %1: %2</source>
        <translation>Senden an %1: %2</translation>
    </message>
    <message>
        <source>opening a raw socket: %1</source>
        <translation>Öffnen eines Raw-Sockets: %1</translation>
    </message>
    <message>
        <source>asking for the link&apos;s MTU: %1</source>
        <translation>Abfragen der MTU des Links: %1</translation>
    </message>
    <message>
        <source>asking for time stamps: %1</source>
        <translation>Anfordern von Zeitstempeln: %1</translation>
    </message>
    <message>
        <source>setting a socket&apos;s filter: %1</source>
        <translation>Setzen des Filters eines Sockets: %1</translation>
    </message>
    <message>
        <source>allowing broadcasts: %1</source>
        <translation>Erlauben von Broadcasts: %1</translation>
    </message>
    <message>
        <source>the tester answered none of the pings</source>
        <translation>der Tester hat keinen der Pings beantwortet</translation>
    </message>
    <message>
        <source>the run was ended here before the tester answered a single ping</source>
        <translation>die Messung wurde hier beendet, bevor der Tester einen einzigen Ping beantwortet hatte</translation>
    </message>
    <message>
        <source>the tester left before it answered a single ping</source>
        <translation>der Tester ging, bevor er einen einzigen Ping beantwortet hatte</translation>
    </message>
    <message>
        <source>the store %1 is read-only</source>
        <translation>die Ablage %1 ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the store %1 cannot be opened: look at its path and permissions</source>
        <translation>die Ablage %1 lässt sich nicht öffnen: Prüfen Sie Pfad und Zugriffsrechte</translation>
    </message>
    <message>
        <source>the disk that holds the store %1 is full</source>
        <translation>der Datenträger mit der Ablage %1 ist voll</translation>
    </message>
    <message>
        <source>%1 is not a store of Parallax: it is no SQLite file</source>
        <translation>%1 ist keine Ablage von Parallax: Es ist keine SQLite-Datei</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>the store %1 is damaged; move it away to start a new one</source>
        <translation>die Ablage %1 ist beschädigt; verschieben Sie sie, um eine neue zu beginnen</translation>
    </message>
    <message>
        <source>the store %1 is in use by another program</source>
        <translation>die Ablage %1 wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>the store %1 cannot be used: %2</source>
        <translation>die Ablage %1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing: install libqt6sql6-sqlite</source>
        <translation>Qts SQLite-Treiber fehlt: Installieren Sie libqt6sql6-sqlite</translation>
    </message>
    <message>
        <source>this path is no longer in the store</source>
        <translation>dieser Weg ist nicht mehr in der Ablage</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>%1 is the own store, whose paths are in the list</source>
        <translation>%1 ist die eigene Ablage; deren Wege stehen in der Liste</translation>
    </message>
    <message>
        <source>%1 is larger than any path: more than %2 MiB</source>
        <translation>%1 ist größer als jeder Weg: mehr als %2 MiB</translation>
    </message>
    <message>
        <source>%1 is in use, or was not closed: save a copy of the path there</source>
        <translation>%1 wird benutzt oder wurde nicht geschlossen: Speichern Sie dort eine Kopie des Weges</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 was not written by Parallax: its tables are others</source>
        <translation>%1 wurde nicht von Parallax geschrieben: Die Tabellen sind andere</translation>
    </message>
    <message>
        <source>no temporary folder can be made: %1</source>
        <translation>es lässt sich kein temporärer Ordner anlegen: %1</translation>
    </message>
    <message>
        <source>the stored path to %1 is damaged</source>
        <translation>der gespeicherte Weg zu %1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1 holds no path</source>
        <translation>%1 enthält keinen Weg</translation>
    </message>
    <message>
        <source>%1 holds several paths: it is a whole store. Save a copy of one path there</source>
        <translation>%1 enthält mehrere Wege: Es ist eine ganze Ablage. Speichern Sie dort eine Kopie eines Weges</translation>
    </message>
    <message>
        <source>the store lost a path that it had just written</source>
        <translation>die Ablage hat einen Weg verloren, den sie eben geschrieben hatte</translation>
    </message>
    <message>
        <source>%1 is not a store of Parallax: another program&apos;s database is in it</source>
        <translation>%1 ist keine Ablage von Parallax: Darin ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>the store %1 was written by a newer Parallax (schema %2, this one knows %3): update Parallax or choose another store</source>
        <translation>die Ablage %1 wurde von einem neueren Parallax geschrieben (Schema %2, dieses kennt %3): Aktualisieren Sie Parallax oder wählen Sie eine andere Ablage</translation>
    </message>
    <message>
        <source>the store %1 has an older schema: open it once with the window or with serve</source>
        <translation>die Ablage %1 hat ein älteres Schema: Öffnen Sie sie einmal mit dem Fenster oder mit serve</translation>
    </message>
    <message>
        <source>%1 holds no path that this Parallax can read: its schema is %2 instead of %3</source>
        <translation>%1 enthält keinen Weg, den dieses Parallax lesen kann: Das Schema ist %2 statt %3</translation>
    </message>
    <message>
        <source>the store&apos;s folder %1 cannot be made</source>
        <translation>der Ordner %1 der Ablage lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the store %1 cannot be made: %2</source>
        <translation>die Ablage %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>stores on a database server are not built in yet: give the path of a file instead of a URL</source>
        <translation>Ablagen auf einem Datenbankserver sind noch nicht eingebaut: Geben Sie den Pfad einer Datei statt einer URL an</translation>
    </message>
    <message>
        <source>there is no store at %1</source>
        <translation>bei %1 gibt es keine Ablage</translation>
    </message>
    <message>
        <source>%1 is the store itself: choose another file</source>
        <translation>%1 ist die Ablage selbst: Wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>%1: a link-local address of IPv6 cannot be asked</source>
        <translation>%1: Eine Link-lokale IPv6-Adresse kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>%1 has no address</source>
        <translation>%1 hat keine Adresse</translation>
    </message>
    <message>
        <source>interrupted before the host&apos;s address was known</source>
        <translation>abgebrochen, bevor die Adresse des Hosts bekannt war</translation>
    </message>
    <message>
        <source>The bound address is already in use</source>
        <translation>Die Adresse wird bereits benutzt</translation>
    </message>
    <message>
        <source>Another socket is already listening on the same port</source>
        <translation>Ein anderer Socket lauscht bereits auf demselben Port</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>Die Adresse ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>Die Adresse ist geschützt</translation>
    </message>
    <message>
        <source>opening a UDP socket: %1</source>
        <translation>Öffnen eines UDP-Sockets: %1</translation>
    </message>
    <message>
        <source>listening on %1: %2</source>
        <translation>Lauschen an %1: %2</translation>
    </message>
    <message>
        <source>reaching %1: %2</source>
        <translation>Erreichen von %1: %2</translation>
    </message>
    <message>
        <source>sending: %1</source>
        <translation>Senden: %1</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>er hat keine Adresse</translation>
    </message>
    <message>
        <source>too many names are being looked up</source>
        <translation>es werden gerade zu viele Namen aufgelöst</translation>
    </message>
    <message>
        <source>%1 is an address on %2, not on %3</source>
        <translation>%1 ist eine Adresse an %2, nicht an %3</translation>
    </message>
    <message>
        <source>%1: no address of the wanted IP version</source>
        <translation>%1: keine Adresse der gewünschten IP-Version</translation>
    </message>
    <message>
        <source>there is no network device called %1</source>
        <translation>es gibt kein Netzwerkgerät namens %1</translation>
    </message>
    <message>
        <source>%1 is an address of one link: name its device, as in %1%eth0</source>
        <translation>%1 ist eine Adresse nur eines Links: Geben Sie dessen Gerät an, wie in %1%eth0</translation>
    </message>
    <message>
        <source>%1 is no address of this machine</source>
        <translation>%1 ist keine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>%1: not the address of one host</source>
        <translation>%1: nicht die Adresse eines einzelnen Hosts</translation>
    </message>
    <message>
        <source>%1 is of another IP version than %2</source>
        <translation>%1 gehört zu einer anderen IP-Version als %2</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>Der Name ist nicht bekannt</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>Die Namensauflösung ist vorübergehend gestört</translation>
    </message>
    <message>
        <source>No address associated with hostname</source>
        <translation>Zu diesem Namen gehört keine Adresse</translation>
    </message>
    <message>
        <source>Non-recoverable failure in name resolution</source>
        <translation>Die Namensauflösung ist endgültig gescheitert</translation>
    </message>
    <message>
        <source>the export was interrupted</source>
        <translation>der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>this path is being watched: stop it first</source>
        <translation>dieser Weg wird gerade beobachtet: Halten Sie ihn erst an</translation>
    </message>
</context>
<context>
    <name>SaveDialogs</name>
    <message>
        <source>Export testers</source>
        <translation>Tester exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>Messwerte exportieren</translation>
    </message>
    <message>
        <source>Export reports</source>
        <translation>Berichte exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Export the path</source>
        <translation>Den Weg exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the clocks</source>
        <translation>Uhren exportieren</translation>
    </message>
    <message>
        <source>Save packets</source>
        <translation>Pakete speichern</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>Path of Parallax (*.parallax)</source>
        <translation>Weg von Parallax (*.parallax)</translation>
    </message>
    <message>
        <source>Save a copy of the path</source>
        <translation>Eine Kopie des Weges speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a path from a file</source>
        <translation>Einen Weg aus einer Datei öffnen</translation>
    </message>
</context>
<context>
    <name>SettingRules</name>
    <message>
        <source>This is not an IPv4 or IPv6 address.</source>
        <translation>Das ist keine IPv4- oder IPv6-Adresse.</translation>
    </message>
    <message>
        <source>An address as in http://example.org:8081 is needed.</source>
        <translation>Nötig ist eine Adresse wie http://example.org:8081.</translation>
    </message>
    <message>
        <source>An address as in ws://example.org:8080 is needed.</source>
        <translation>Nötig ist eine Adresse wie ws://example.org:8080.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The certificate needs its key.</source>
        <translation>Zum Zertifikat gehört sein Schlüssel.</translation>
    </message>
    <message>
        <source>The key needs its certificate.</source>
        <translation>Zum Schlüssel gehört sein Zertifikat.</translation>
    </message>
    <message>
        <source>The page and the WebSocket need different ports.</source>
        <translation>Seite und WebSocket brauchen verschiedene Ports.</translation>
    </message>
    <message>
        <source>This is no table of fingerprints: %1</source>
        <translation>Dies ist keine Tabelle mit Merkmalen: %1</translation>
    </message>
    <message>
        <source>A page of https needs an address as in wss://example.org.</source>
        <translation>Eine Seite mit https braucht eine Adresse wie wss://example.org.</translation>
    </message>
    <message>
        <source>16 to 128 letters, digits or - _ are needed.</source>
        <translation>Nötig sind 16 bis 128 Buchstaben, Ziffern oder - _.</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Parallax cannot start.</source>
        <translation>Parallax kann nicht starten.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>least to most [ms]</source>
        <translation>kleinste bis größte [ms]</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>route changed</source>
        <translation>Weg geändert</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement of the same message: browser and TCP end are in the same place.</source>
        <translation>Die Antwort des Browsers kommt %1 nach der TCP-Bestätigung derselben Nachricht: Browser und TCP-Ende sind am selben Ort.</translation>
    </message>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement of the same message: what ends the TCP connection is not the browser.</source>
        <translation>Die Antwort des Browsers kommt %1 nach der TCP-Bestätigung derselben Nachricht: Was die TCP-Verbindung beendet, ist nicht der Browser.</translation>
    </message>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement, but this varies too much from message to message to speak for a distance.</source>
        <translation>Die Antwort des Browsers kommt %1 nach der TCP-Bestätigung, doch das schwankt von Nachricht zu Nachricht zu sehr, um für eine Entfernung zu sprechen.</translation>
    </message>
    <message>
        <source>At its quickest the browser is %1 further than the host that ends the TCP connection; below %2 they count as one place.</source>
        <translation>Im schnellsten Fall ist der Browser %1 weiter entfernt als der Rechner, der die TCP-Verbindung beendet; unter %2 gelten sie als ein Ort.</translation>
    </message>
    <message>
        <source>Even at its quickest the browser is %1 further than the host that ends the TCP connection; above %2 they count as two places.</source>
        <translation>Selbst im schnellsten Fall ist der Browser %1 weiter entfernt als der Rechner, der die TCP-Verbindung beendet; über %2 gelten sie als zwei Orte.</translation>
    </message>
    <message>
        <source>At its quickest the browser is %1 further than the host that ends the TCP connection, too near the limit of %2 to say whether they are one place.</source>
        <translation>Im schnellsten Fall ist der Browser %1 weiter entfernt als der Rechner, der die TCP-Verbindung beendet; das liegt zu nahe an der Grenze von %2, um zu sagen, ob sie ein Ort sind.</translation>
    </message>
    <message>
        <source>Control pings return %1 before text messages: something in front of the page answers them.</source>
        <translation>Kontroll-Pings kehren %1 vor Textnachrichten zurück: Etwas vor der Seite beantwortet sie.</translation>
    </message>
    <message>
        <source>Control pings and text messages differ by %1, within what the samples vary anyway.</source>
        <translation>Kontroll-Pings und Textnachrichten unterscheiden sich um %1, nicht mehr, als die Messwerte ohnehin schwanken.</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, takes %1: no jump.</source>
        <translation>Der letzte Schritt des Weges, zum Ende der TCP-Verbindung, dauert %1: kein Sprung.</translation>
    </message>
    <message>
        <source>Behind the first hop that shows the tester&apos;s own address the path jumps by %1: something there carries the packets onward.</source>
        <translation>Hinter dem ersten Hop, der die Adresse des Testers selbst zeigt, springt der Weg um %1: Etwas trägt die Pakete dort weiter.</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, jumps by %1; no hop before it shows the tester&apos;s own address.</source>
        <translation>Der letzte Schritt des Weges, zum Ende der TCP-Verbindung, springt um %1; kein Hop davor zeigt die Adresse des Testers.</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, takes %1, but this varies too much to speak for a jump.</source>
        <translation>Der letzte Schritt des Weges, zum Ende der TCP-Verbindung, dauert %1, doch das schwankt zu sehr, um für einen Sprung zu sprechen.</translation>
    </message>
    <message>
        <source>No router on the path answered, so a jump before its end would not show.</source>
        <translation>Kein Router auf dem Weg hat geantwortet; ein Sprung vor seinem Ende würde sich daher nicht zeigen.</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1, as a plain Ethernet line does: nothing takes room for headers of its own.</source>
        <translation>Das erste Paket der Verbindung bietet Segmente von %1 an, wie eine einfache Ethernet-Leitung: Nichts nimmt sich Platz für eigene Kopfdaten.</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: something on the way takes room for headers of its own.</source>
        <translation>Das erste Paket der Verbindung bietet Segmente von %1 an, wo einfaches Ethernet %2 hat: Etwas auf dem Weg nimmt sich Platz für eigene Kopfdaten.</translation>
    </message>
    <message>
        <source>The probes reached the end of the TCP connection itself, at hop %1.</source>
        <translation>Die Sonden haben das Ende der TCP-Verbindung selbst erreicht, bei Hop %1.</translation>
    </message>
    <message>
        <source>The probes were last answered at hop %1; the end of the TCP connection did not answer them.</source>
        <translation>Die Sonden wurden zuletzt bei Hop %1 beantwortet; das Ende der TCP-Verbindung hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>No router on the path answered a probe.</source>
        <translation>Kein Router auf dem Weg hat eine Sonde beantwortet.</translation>
    </message>
    <message>
        <source>The TCP handshake took %1, later exchanges at least %2.</source>
        <translation>Der TCP-Handshake dauerte %1, spätere Umläufe mindestens %2.</translation>
    </message>
    <message>
        <source>A reverse proxy at this end forwards the connection: only the stretch to it was measured, nothing about the tester&apos;s side.</source>
        <translation>Ein Reverse-Proxy an diesem Ende leitet die Verbindung weiter: Gemessen wurde nur die Strecke bis zu ihm, nichts von der Seite des Testers.</translation>
    </message>
    <message>
        <source>The connection comes from this machine itself.</source>
        <translation>Die Verbindung kommt von diesem Rechner selbst.</translation>
    </message>
    <message>
        <source>Gap WebSocket − TCP</source>
        <translation>Abstand WebSocket − TCP</translation>
    </message>
    <message>
        <source>A busy computer, a page in a hidden tab or a phone that saves power answers late and looks like a distance; delayed acknowledgements make TCP look slow and hide a gap; a security program or a satellite link&apos;s accelerator ends TCP without being a proxy to anybody.</source>
        <translation>Ein beschäftigter Computer, eine Seite in einem verdeckten Tab oder ein Strom sparendes Telefon antwortet spät, und das sieht wie Entfernung aus; verzögerte Bestätigungen lassen TCP langsam erscheinen und verdecken einen Abstand; ein Sicherheitsprogramm oder der Beschleuniger einer Satellitenstrecke beendet TCP, ohne jemandes Proxy zu sein.</translation>
    </message>
    <message>
        <source>Gap WebSocket − endpoint</source>
        <translation>Abstand WebSocket − Endpunkt</translation>
    </message>
    <message>
        <source>A busy computer or a hidden tab answers late; a carrier&apos;s TCP optimiser on a mobile network answers in the tester&apos;s place; a proxy close to the browser leaves no gap.</source>
        <translation>Ein beschäftigter Computer oder ein verdeckter Tab antwortet spät; der TCP-Optimierer eines Mobilfunknetzes antwortet an Stelle des Testers; ein Proxy nahe am Browser hinterlässt keinen Abstand.</translation>
    </message>
    <message>
        <source>Gap text − control ping</source>
        <translation>Abstand Text − Kontroll-Ping</translation>
    </message>
    <message>
        <source>The browser answers control pings outside the page, so a busy or hidden page alone makes text messages slower.</source>
        <translation>Der Browser beantwortet Kontroll-Pings außerhalb der Seite; schon eine beschäftigte oder verdeckte Seite macht daher Textnachrichten langsamer.</translation>
    </message>
    <message>
        <source>Last step of the path</source>
        <translation>Letzter Schritt des Weges</translation>
    </message>
    <message>
        <source>Mobile radio, satellite and loaded access lines jump like a tunnel; a carrier NAT shows the tester&apos;s address far from the tester; routers that answer late or not at all hide a jump.</source>
        <translation>Mobilfunk, Satellit und ausgelastete Anschlüsse springen wie ein Tunnel; das NAT eines Netzbetreibers zeigt die Adresse des Testers weit weg von ihm; Router, die spät oder gar nicht antworten, verdecken einen Sprung.</translation>
    </message>
    <message>
        <source>Segment size in the SYN</source>
        <translation>Segmentgröße im SYN</translation>
    </message>
    <message>
        <source>PPPoE lines (1452, or 1492 as packet size), IPv6 (1440) and mobile networks have smaller segments without a VPN; some VPN exits rewrite the size to 1460.</source>
        <translation>PPPoE-Anschlüsse (1452, als Paketgröße 1492), IPv6 (1440) und Mobilfunknetze haben auch ohne VPN kleinere Segmente; manche VPN-Ausgänge schreiben die Größe auf 1460 um.</translation>
    </message>
    <message>
        <source>Reach of the trace</source>
        <translation>Reichweite der Wegverfolgung</translation>
    </message>
    <message>
        <source>Firewalls drop probes and routers limit their answers, so a trace that stops short says nothing against the tester; a proxy answers as the end of the connection.</source>
        <translation>Firewalls verwerfen Sonden, und Router begrenzen ihre Antworten; endet die Wegverfolgung früh, spricht das nicht gegen den Tester. Ein Proxy antwortet als Ende der Verbindung.</translation>
    </message>
    <message>
        <source>TCP handshake</source>
        <translation>TCP-Handshake</translation>
    </message>
    <message>
        <source>One sample only: a lost packet, a radio that wakes up or a loaded client makes it long.</source>
        <translation>Nur ein Messwert: Ein verlorenes Paket, aufwachender Funk oder ein ausgelasteter Client macht ihn lang.</translation>
    </message>
    <message>
        <source>Reverse proxy at this end</source>
        <translation>Reverse-Proxy an diesem Ende</translation>
    </message>
    <message>
        <source>Forwarding headers are believed only from this machine and from the trusted proxy; a program on this machine could forge them.</source>
        <translation>Weiterleitungs-Kopfzeilen werden nur von diesem Rechner und vom vertrauten Proxy geglaubt; ein Programm auf diesem Rechner könnte sie fälschen.</translation>
    </message>
    <message>
        <source>Tester on this machine</source>
        <translation>Tester auf diesem Rechner</translation>
    </message>
    <message>
        <source>A relay on this machine, such as an SSH forward, has this address too; the other evidence tells them apart.</source>
        <translation>Auch ein Relais auf diesem Rechner, etwa eine SSH-Weiterleitung, hat diese Adresse; die übrigen Indizien unterscheiden beides.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Nothing is known about the path, so a tunnel would not show.</source>
        <translation>Über den Weg ist nichts bekannt; ein Tunnel würde sich daher nicht zeigen.</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program: end it or choose another port.</source>
        <translation>Port %1 wird von einem anderen Programm benutzt: Beenden Sie es oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>This machine cannot listen on the address %1: choose one of its own.</source>
        <translation>Dieser Rechner kann die Adresse %1 nicht bedienen: Wählen Sie eine, die er selbst hat.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used: %1</source>
        <translation>Das Zertifikat oder sein Schlüssel ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Some saved runs are damaged and were left out: %1</source>
        <translation>Einige gespeicherte Messungen sind beschädigt und wurden ausgelassen: %1</translation>
    </message>
    <message>
        <source>Capturing packets stopped: %1</source>
        <translation>Das Mitschneiden von Paketen ist abgebrochen: %1</translation>
    </message>
    <message>
        <source>Packets are captured again. %1</source>
        <translation>Pakete werden wieder mitgeschnitten. %1</translation>
    </message>
    <message>
        <source>A tester was turned away: all places are taken (max-testers: %1).</source>
        <translation>Ein Tester wurde abgewiesen: Alle Plätze sind belegt (max-testers: %1).</translation>
    </message>
    <message>
        <source>Measure again with more pings.</source>
        <translation>Noch einmal mit mehr Pings messen.</translation>
    </message>
    <message>
        <source>Measure again while the tester&apos;s computer and line are quiet.</source>
        <translation>Noch einmal messen, wenn Computer und Leitung des Testers ruhig sind.</translation>
    </message>
    <message>
        <source>Run Parallax with the right to capture packets and send probes.</source>
        <translation>Parallax mit dem Recht starten, Pakete mitzuschneiden und Sonden zu senden.</translation>
    </message>
    <message>
        <source>Let the tester measure again from another network, wired if possible.</source>
        <translation>Den Tester noch einmal aus einem anderen Netz messen lassen, möglichst über Kabel.</translation>
    </message>
    <message>
        <source>Let testers reach this machine itself: set public-ws-url to an address that does not pass the reverse proxy.</source>
        <translation>Die Tester diesen Rechner selbst erreichen lassen: public-ws-url auf eine Adresse setzen, die nicht über den Reverse-Proxy führt.</translation>
    </message>
    <message>
        <source>Open the link from another machine, straight to this one.</source>
        <translation>Den Link von einem anderen Rechner aus öffnen, ohne Umweg zu diesem.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>The tester left early</source>
        <translation>Der Tester ging vorzeitig</translation>
    </message>
    <message>
        <source>The invitation was revoked</source>
        <translation>Die Einladung wurde widerrufen</translation>
    </message>
    <message>
        <source>Turned away: busy</source>
        <translation>Abgewiesen: belegt</translation>
    </message>
    <message>
        <source>Disconnected: it broke the rules of the connection</source>
        <translation>Getrennt: Die Regeln der Verbindung wurden verletzt</translation>
    </message>
    <message>
        <source>The browser never answered, so the classic rule cannot be applied.</source>
        <translation>Der Browser hat nie geantwortet; die klassische Regel ist daher nicht anwendbar.</translation>
    </message>
    <message>
        <source>No router on the path answered, so the classic rule cannot be applied.</source>
        <translation>Kein Router auf dem Weg hat geantwortet; die klassische Regel ist daher nicht anwendbar.</translation>
    </message>
    <message>
        <source>WebSocket %1 − trace %2 = %3, more than the threshold of %4: the classic rule says proxy.</source>
        <translation>WebSocket %1 − Wegverfolgung %2 = %3, mehr als die Schwelle von %4: Die klassische Regel sagt Proxy.</translation>
    </message>
    <message>
        <source>WebSocket %1 − trace %2 = %3, not more than the threshold of %4: the classic rule says no proxy.</source>
        <translation>WebSocket %1 − Wegverfolgung %2 = %3, nicht mehr als die Schwelle von %4: Die klassische Regel sagt kein Proxy.</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>This invitation is for {name}.</source>
        <translation>Diese Einladung ist für {name}.</translation>
    </message>
    <message>
        <source>Whoever sent you this link asks you to have your connection measured.</source>
        <translation>Wer Ihnen diesen Link geschickt hat, bittet Sie, Ihre Verbindung messen zu lassen.</translation>
    </message>
    <message>
        <source>This measures how long messages take between this browser and the computer of the person who asks, and the delays along the route between the two.</source>
        <translation>Gemessen wird, wie lange Nachrichten zwischen diesem Browser und dem Computer der Person brauchen, die darum bittet, und welche Verzögerungen auf dem Weg dazwischen entstehen.</translation>
    </message>
    <message>
        <source>Your internet address is seen, as by any website, the browser tells its name, language and time zone, and nothing is installed.</source>
        <translation>Ihre Internetadresse ist sichtbar, wie für jede Website, der Browser nennt seinen Namen, seine Sprache und Zeitzone, und installiert wird nichts.</translation>
    </message>
    <message>
        <source>It takes a few seconds.</source>
        <translation>Es dauert wenige Sekunden.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>This page needs JavaScript to measure: please allow it and load the page again.</source>
        <translation>Zum Messen braucht diese Seite JavaScript: Bitte erlauben Sie es und laden Sie die Seite neu.</translation>
    </message>
    <message>
        <source>This browser has no WebSocket, so nothing can be measured. Please use another browser.</source>
        <translation>Dieser Browser hat kein WebSocket; daher kann nichts gemessen werden. Bitte benutzen Sie einen anderen Browser.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Measuring round trips…</source>
        <translation>Umlaufzeiten werden gemessen …</translation>
    </message>
    <message>
        <source>Looking at the route…</source>
        <translation>Der Weg wird betrachtet …</translation>
    </message>
    <message>
        <source>Measuring more precisely…</source>
        <translation>Es wird genauer gemessen …</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Gleich fertig …</translation>
    </message>
    <message>
        <source>Shortest round trip so far: {rtt}</source>
        <translation>Kürzeste Umlaufzeit bisher: {rtt}</translation>
    </message>
    <message>
        <source>Please keep this page open and in front until the result appears.</source>
        <translation>Bitte lassen Sie diese Seite offen und im Vordergrund, bis das Ergebnis erscheint.</translation>
    </message>
    <message>
        <source>Please come back to this page: browsers slow hidden pages down, and that spoils the measurement.</source>
        <translation>Bitte kommen Sie zu dieser Seite zurück: Browser bremsen verdeckte Seiten, und das verfälscht die Messung.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgerissen.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch …</translation>
    </message>
    <message>
        <source>The other computer cannot be reached. Check your connection and press Start again, or tell the person who sent you this link.</source>
        <translation>Der andere Computer ist nicht erreichbar. Prüfen Sie Ihre Verbindung und drücken Sie erneut auf Start, oder geben Sie der Person Bescheid, die Ihnen diesen Link geschickt hat.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Your connection is direct.</source>
        <translation>Ihre Verbindung ist direkt.</translation>
    </message>
    <message>
        <source>Your connection goes through a proxy.</source>
        <translation>Ihre Verbindung läuft über einen Proxy.</translation>
    </message>
    <message>
        <source>Your connection goes through a VPN or a similar tunnel.</source>
        <translation>Ihre Verbindung läuft über ein VPN oder einen ähnlichen Tunnel.</translation>
    </message>
    <message>
        <source>The measurement does not say how your connection gets here.</source>
        <translation>Die Messung sagt nicht, wie Ihre Verbindung hierher kommt.</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>How far things are, there and back</source>
        <translation>Wie weit es ist, hin und zurück</translation>
    </message>
    <message>
        <source>last router seen</source>
        <translation>letzter sichtbarer Router</translation>
    </message>
    <message>
        <source>end of the connection (TCP)</source>
        <translation>Ende der Verbindung (TCP)</translation>
    </message>
    <message>
        <source>your browser (WebSocket)</source>
        <translation>Ihr Browser (WebSocket)</translation>
    </message>
    <message>
        <source>The run ended early; this is what could be measured.</source>
        <translation>Die Messung endete vorzeitig; dies konnte gemessen werden.</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copying is not allowed here; select the text instead.</source>
        <translation>Kopieren ist hier nicht erlaubt; markieren Sie stattdessen den Text.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Noch einmal messen</translation>
    </message>
    <message>
        <source>Other testers are being measured right now. Please try again in a minute.</source>
        <translation>Gerade werden andere gemessen. Bitte versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Too many requests came from your address. Please wait a minute and try again.</source>
        <translation>Von Ihrer Adresse kamen zu viele Anfragen. Bitte warten Sie eine Minute und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This link does not work</source>
        <translation>Dieser Link funktioniert nicht</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>Diese Einladung ist abgelaufen.</translation>
    </message>
    <message>
        <source>This invitation was withdrawn.</source>
        <translation>Diese Einladung wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>This invitation has been used as often as it allows.</source>
        <translation>Diese Einladung wurde so oft benutzt, wie sie erlaubt.</translation>
    </message>
    <message>
        <source>This link is not complete or not valid.</source>
        <translation>Dieser Link ist unvollständig oder ungültig.</translation>
    </message>
    <message>
        <source>Please ask the person who sent it to you for a new one.</source>
        <translation>Bitten Sie die Person, die ihn Ihnen geschickt hat, um einen neuen.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>There is no page at this address. Please check the link you were sent.</source>
        <translation>Unter dieser Adresse gibt es keine Seite. Bitte prüfen Sie den Link, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Something went wrong on the other computer. Please tell the person who sent you this link.</source>
        <translation>Auf dem anderen Computer ist etwas schiefgegangen. Bitte geben Sie der Person Bescheid, die Ihnen diesen Link geschickt hat.</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>May mislead: %1</source>
        <translation>Kann täuschen: %1</translation>
    </message>
    <message>
        <source>This could settle it:</source>
        <translation>Das könnte die Sache klären:</translation>
    </message>
    <message>
        <source>The browser runs on this machine; nothing lies between.</source>
        <translation>Der Browser läuft auf diesem Rechner; nichts liegt dazwischen.</translation>
    </message>
    <message>
        <source>The browser itself ends this connection; no proxy or tunnel shows.</source>
        <translation>Der Browser selbst beendet diese Verbindung; weder Proxy noch Tunnel zeigt sich.</translation>
    </message>
    <message>
        <source>The browser itself ends this connection, %1 away; no proxy or tunnel shows.</source>
        <translation>Der Browser selbst beendet diese Verbindung, %1 entfernt; weder Proxy noch Tunnel zeigt sich.</translation>
    </message>
    <message>
        <source>Something between here and the browser ends this connection.</source>
        <translation>Etwas zwischen hier und dem Browser beendet diese Verbindung.</translation>
    </message>
    <message>
        <source>Something ends this connection %1 away; the browser is %2 further, about %3 of fibre.</source>
        <translation>Etwas beendet diese Verbindung %1 von hier; der Browser ist %2 weiter entfernt, etwa %3 Glasfaser.</translation>
    </message>
    <message>
        <source>Something on the way carries this connection&apos;s packets onward, as a VPN does.</source>
        <translation>Etwas auf dem Weg trägt die Pakete dieser Verbindung weiter, wie ein VPN es tut.</translation>
    </message>
    <message>
        <source>Something %1 away carries the packets onward, as a VPN does; the browser is %2 further, about %3 of fibre.</source>
        <translation>Etwas, das %1 entfernt ist, trägt die Pakete weiter, wie ein VPN es tut; der Browser ist %2 weiter entfernt, etwa %3 Glasfaser.</translation>
    </message>
    <message>
        <source>A reverse proxy at this end forwards the connection, so what lies beyond it cannot be judged.</source>
        <translation>Ein Reverse-Proxy an diesem Ende leitet die Verbindung weiter; was dahinter liegt, lässt sich daher nicht beurteilen.</translation>
    </message>
    <message>
        <source>Measuring; nothing can be said yet.</source>
        <translation>Die Messung läuft; noch lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>The browser never answered, so nothing can be said.</source>
        <translation>Der Browser hat nie geantwortet; daher lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>The browser&apos;s answers vary too much to tell a detour from a busy browser or link.</source>
        <translation>Die Antworten des Browsers schwanken zu sehr, um einen Umweg von einem beschäftigten Browser oder einer vollen Leitung zu unterscheiden.</translation>
    </message>
    <message>
        <source>The path&apos;s end did not answer the probes, so a tunnel can be neither shown nor ruled out.</source>
        <translation>Das Ende des Weges hat die Sonden nicht beantwortet; ein Tunnel lässt sich weder zeigen noch ausschließen.</translation>
    </message>
    <message>
        <source>The signs do not agree well enough to say what lies between here and the browser.</source>
        <translation>Die Anzeichen passen nicht gut genug zusammen, um zu sagen, was zwischen hier und dem Browser liegt.</translation>
    </message>
    <message>
        <source>A relay in front of the computer that asked accepted your connection, so only the relay could be measured. This says nothing about you or your connection.</source>
        <translation>Ein Relais vor dem anfragenden Computer hat Ihre Verbindung angenommen; daher konnte nur das Relais gemessen werden. Über Sie oder Ihre Verbindung sagt das nichts.</translation>
    </message>
    <message>
        <source>The measurement could not tell whether a proxy or VPN carries your connection. That is no sign against you: busy links, mobile networks and silent routers all cause it.</source>
        <translation>Die Messung konnte nicht erkennen, ob ein Proxy oder VPN Ihre Verbindung trägt. Das spricht nicht gegen Sie: Volle Leitungen, Mobilfunknetze und stumme Router können die Ursache sein.</translation>
    </message>
    <message>
        <source>Another try on a quieter connection may settle it.</source>
        <translation>Ein weiterer Versuch über eine ruhigere Verbindung könnte es klären.</translation>
    </message>
    <message>
        <source>A message takes %1 there and back.</source>
        <translation>Eine Nachricht braucht hin und zurück %1.</translation>
    </message>
    <message>
        <source>Your browser reaches the other computer itself: no proxy and no VPN showed in the delays.</source>
        <translation>Ihr Browser erreicht den anderen Computer selbst: In den Verzögerungen zeigte sich weder ein Proxy noch ein VPN.</translation>
    </message>
    <message>
        <source>Another computer seems to stand between your browser and the one that asked, and speaks in your browser&apos;s place. Such a proxy may be set up in your browser, at your workplace or by your provider.</source>
        <translation>Zwischen Ihrem Browser und dem anfragenden Computer scheint ein weiterer Computer zu stehen, der an Stelle Ihres Browsers spricht. Ein solcher Proxy kann in Ihrem Browser, an Ihrem Arbeitsplatz oder von Ihrem Anbieter eingerichtet sein.</translation>
    </message>
    <message>
        <source>Your connection seems to pass through a VPN or a similar tunnel: it enters the internet elsewhere than your device does. Some mobile and satellite links look alike.</source>
        <translation>Ihre Verbindung scheint durch ein VPN oder einen ähnlichen Tunnel zu laufen: Sie betritt das Internet an einer anderen Stelle als Ihr Gerät. Manche Mobilfunk- und Satellitenverbindungen sehen ähnlich aus.</translation>
    </message>
    <message>
        <source>Round trips at their quickest: last router %1, end of the TCP connection %2, browser %3.</source>
        <translation>Schnellste Umlaufzeiten: letzter Router %1, Ende der TCP-Verbindung %2, Browser %3.</translation>
    </message>
    <message>
        <source>Listen on address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>One of this machine&apos;s addresses; empty means all of them.</source>
        <translation>Eine der Adressen dieses Rechners; leer bedeutet alle.</translation>
    </message>
    <message>
        <source>Page port</source>
        <translation>Port der Seite</translation>
    </message>
    <message>
        <source>Port of the tester&apos;s page; 0 picks a free one.</source>
        <translation>Port der Seite für Tester; 0 wählt einen freien.</translation>
    </message>
    <message>
        <source>WebSocket port</source>
        <translation>WebSocket-Port</translation>
    </message>
    <message>
        <source>Port that the pings travel over; 0 picks a free one.</source>
        <translation>Port, über den die Pings laufen; 0 wählt einen freien.</translation>
    </message>
    <message>
        <source>Public address of the page</source>
        <translation>Öffentliche Adresse der Seite</translation>
    </message>
    <message>
        <source>The page&apos;s address as testers see it, if it differs from this machine&apos;s.</source>
        <translation>Die Adresse der Seite, wie Tester sie sehen, falls sie von der dieses Rechners abweicht.</translation>
    </message>
    <message>
        <source>Public address of the WebSocket</source>
        <translation>Öffentliche Adresse des WebSockets</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>PEM file; together with the key it turns on https and wss.</source>
        <translation>PEM-Datei; zusammen mit dem Schlüssel schaltet sie https und wss ein.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>PEM file with the certificate&apos;s private key.</source>
        <translation>PEM-Datei mit dem privaten Schlüssel des Zertifikats.</translation>
    </message>
    <message>
        <source>Allow testers without a link</source>
        <translation>Tester ohne Link zulassen</translation>
    </message>
    <message>
        <source>Serves the page at / and accepts sockets without a token, as the original program does. Anybody who reaches the ports can start a run.</source>
        <translation>Bietet die Seite unter / an und nimmt Sockets ohne Token an, wie das ursprüngliche Programm. Wer die Ports erreicht, kann eine Messung starten.</translation>
    </message>
    <message>
        <source>Trusted reverse proxy</source>
        <translation>Vertrauter Reverse-Proxy</translation>
    </message>
    <message>
        <source>Address of a reverse proxy at this end whose forwarding headers are believed.</source>
        <translation>Adresse eines Reverse-Proxys an diesem Ende, dessen Weiterleitungs-Kopfzeilen geglaubt werden.</translation>
    </message>
    <message>
        <source>Testers at once</source>
        <translation>Tester zugleich</translation>
    </message>
    <message>
        <source>More are told that this is busy; 1 measures one after the other. From one address 60 runs a minute may begin.</source>
        <translation>Weiteren wird gesagt, dass gerade belegt ist; 1 misst einen nach dem anderen. Von einer Adresse dürfen 60 Messungen in der Minute beginnen.</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>Pings</translation>
    </message>
    <message>
        <source>Text pings for each run; more make the verdict surer and the run longer.</source>
        <translation>Text-Pings je Messung; mehr machen das Urteil sicherer und die Messung länger.</translation>
    </message>
    <message>
        <source>Ping interval</source>
        <translation>Ping-Abstand</translation>
    </message>
    <message>
        <source>From the start of one text ping to the start of the next.</source>
        <translation>Vom Beginn eines Text-Pings bis zum Beginn des nächsten.</translation>
    </message>
    <message>
        <source>Ping time-out</source>
        <translation>Ping-Zeitlimit</translation>
    </message>
    <message>
        <source>A ping without an answer for this long is lost.</source>
        <translation>Ein Ping, der so lange unbeantwortet bleibt, gilt als verloren.</translation>
    </message>
    <message>
        <source>Furthest hop</source>
        <translation>Fernster Hop</translation>
    </message>
    <message>
        <source>Largest TTL that the path is probed with.</source>
        <translation>Größte TTL, mit der der Weg sondiert wird.</translation>
    </message>
    <message>
        <source>Hop time-out</source>
        <translation>Hop-Zeitlimit</translation>
    </message>
    <message>
        <source>A hop without an answer for this long counts as silent.</source>
        <translation>Ein Hop, der so lange nicht antwortet, gilt als stumm.</translation>
    </message>
    <message>
        <source>Probes for each hop</source>
        <translation>Sonden je Hop</translation>
    </message>
    <message>
        <source>Probes for each TTL in the first burst.</source>
        <translation>Sonden je TTL im ersten Schwung.</translation>
    </message>
    <message>
        <source>Final probes</source>
        <translation>Abschließende Sonden</translation>
    </message>
    <message>
        <source>Samples at the furthest hop and at the end of the connection; the smallest counts.</source>
        <translation>Messwerte am fernsten Hop und am Ende der Verbindung; der kleinste zählt.</translation>
    </message>
    <message>
        <source>Final time-out</source>
        <translation>Abschließendes Zeitlimit</translation>
    </message>
    <message>
        <source>A final probe without an answer for this long is lost.</source>
        <translation>Eine abschließende Sonde, die so lange unbeantwortet bleibt, gilt als verloren.</translation>
    </message>
    <message>
        <source>Classic threshold</source>
        <translation>Klassische Schwelle</translation>
    </message>
    <message>
        <source>The original program&apos;s rule says proxy above this gap. Our own verdict does not use it.</source>
        <translation>Über diesem Abstand sagt die Regel des ursprünglichen Programms „Proxy“. Unser eigenes Urteil benutzt ihn nicht.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Log of the service and its testers; empty: parallax/parallax.log in the user&apos;s state folder.</source>
        <translation>Protokoll des Dienstes und seiner Tester; leer: parallax/parallax.log im Zustandsordner des Benutzers.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>en, de or zh_CN; empty: the desktop&apos;s language.</source>
        <translation>en, de oder zh_CN; leer: die Sprache des Desktops.</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>Ausführlichkeit</translation>
    </message>
    <message>
        <source>On stderr: 0 trouble, 1 testers and their verdicts too, 2 every probe too, 3 the libraries&apos; details too. The log file has the first two always.</source>
        <translation>Auf stderr: 0 Störungen, 1 auch Tester und ihre Urteile, 2 auch jede Sonde, 3 auch die Einzelheiten der Bibliotheken. Die Protokolldatei hat die ersten beiden immer.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Wegverfolgung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>Without the right to capture packets and send probes only WebSocket and TCP round trips are measured. To mend it: %1</source>
        <translation>Ohne das Recht, Pakete mitzuschneiden und Sonden zu senden, werden nur WebSocket- und TCP-Umlaufzeiten gemessen. Abhilfe: %1</translation>
    </message>
    <message>
        <source>Nobody can connect: %1</source>
        <translation>Niemand kann sich verbinden: %1</translation>
    </message>
    <message>
        <source>Control pings and text messages differ by %1, less than the %2 that a busy page can take: one machine answers both.</source>
        <translation>Kontroll-Pings und Textnachrichten unterscheiden sich um %1, weniger als die %2, die eine beschäftigte Seite brauchen kann: Ein Rechner beantwortet beide.</translation>
    </message>
    <message>
        <source>Delayed acknowledgements make TCP look slow and hide a gap; a proxy close to the browser leaves none.</source>
        <translation>Verzögerte Bestätigungen lassen TCP langsam erscheinen und verdecken einen Abstand; ein Proxy nahe am Browser hinterlässt keinen.</translation>
    </message>
    <message>
        <source>A proxy close to the browser leaves no gap.</source>
        <translation>Ein Proxy nahe am Browser hinterlässt keinen Abstand.</translation>
    </message>
    <message>
        <source>A proxy that passes control pings on leaves no difference.</source>
        <translation>Ein Proxy, der Kontroll-Pings weiterreicht, hinterlässt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Routers that answer late or not at all hide a jump.</source>
        <translation>Router, die spät oder gar nicht antworten, verdecken einen Sprung.</translation>
    </message>
    <message>
        <source>Some VPN exits rewrite the size to 1460; with a proxy it is the proxy&apos;s line that shows.</source>
        <translation>Manche VPN-Ausgänge schreiben die Größe auf 1460 um; bei einem Proxy zeigt sich die Leitung des Proxys.</translation>
    </message>
    <message>
        <source>A proxy or a carrier&apos;s optimiser answers as the end of the connection too.</source>
        <translation>Auch ein Proxy oder der Optimierer eines Netzbetreibers antwortet als Ende der Verbindung.</translation>
    </message>
    <message>
        <source>The host that opened the TCP connection runs the kind of system that the browser names.</source>
        <translation>Der Rechner, der die TCP-Verbindung geöffnet hat, läuft mit der Art von System, die der Browser nennt.</translation>
    </message>
    <message>
        <source>The host that opened the TCP connection runs another system than the browser names: they are two machines.</source>
        <translation>Der Rechner, der die TCP-Verbindung geöffnet hat, läuft mit einem anderen System, als der Browser nennt: Es sind zwei Rechner.</translation>
    </message>
    <message>
        <source>The page was not in view while it was measured; browsers slow such pages down, so the control pings decide.</source>
        <translation>Die Seite war während der Messung nicht zu sehen; Browser bremsen solche Seiten, deshalb entscheiden die Kontroll-Pings.</translation>
    </message>
    <message>
        <source>System behind TCP</source>
        <translation>System hinter TCP</translation>
    </message>
    <message>
        <source>A browser that names another system (a phone asking for the desktop page, an extension) and a VPN app with a TCP of its own look the same; most relays and most phones run Linux, so agreement says little.</source>
        <translation>Ein Browser, der ein anderes System nennt (ein Telefon, das die Desktop-Seite verlangt, eine Erweiterung), und eine VPN-App mit eigenem TCP sehen ebenso aus; die meisten Relais und die meisten Telefone laufen mit Linux, deshalb besagt Übereinstimmung wenig.</translation>
    </message>
    <message>
        <source>Length of the way back</source>
        <translation>Länge des Rückwegs</translation>
    </message>
    <message>
        <source>Routes on the Internet often differ by direction, and some tunnels hide their hops: it is shown, and decides nothing.</source>
        <translation>Wege im Internet unterscheiden sich oft je nach Richtung, und manche Tunnel verbergen ihre Hops: Es wird gezeigt und entscheidet nichts.</translation>
    </message>
    <message>
        <source>Page in view</source>
        <translation>Seite im Blick</translation>
    </message>
    <message>
        <source>The browser itself says whether the page is in view, and may be wrong.</source>
        <translation>Ob die Seite zu sehen ist, sagt der Browser selbst, und er kann sich irren.</translation>
    </message>
    <message>
        <source>When it was measured: %1. By the present rules:</source>
        <translation>Bei der Messung: %1. Nach den heutigen Regeln:</translation>
    </message>
    <message>
        <source>The tester&apos;s address belongs to a company that rents out servers: relays and VPN exits stand there, browsers seldom do.</source>
        <translation>Die Adresse des Testers gehört einer Firma, die Server vermietet: Dort stehen Relais und VPN-Ausgänge, selten Browser.</translation>
    </message>
    <message>
        <source>The browser&apos;s time zone belongs to the country of the tester&apos;s address.</source>
        <translation>Die Zeitzone des Browsers gehört zum Land der Adresse des Testers.</translation>
    </message>
    <message>
        <source>The browser&apos;s time zone belongs to another country than the tester&apos;s address.</source>
        <translation>Die Zeitzone des Browsers gehört zu einem anderen Land als die Adresse des Testers.</translation>
    </message>
    <message>
        <source>The page was fetched from another address than the WebSocket came from: the connections leave at different places.</source>
        <translation>Die Seite wurde von einer anderen Adresse geholt, als der WebSocket kam: Die Verbindungen treten an verschiedenen Stellen aus.</translation>
    </message>
    <message>
        <source>The request carries headers that only a forwarder adds: a proxy on the tester&apos;s side names itself.</source>
        <translation>Die Anfrage trägt Kopfzeilen, die nur ein Weiterleiter hinzufügt: Ein Proxy auf der Seite des Testers nennt sich selbst.</translation>
    </message>
    <message>
        <source>Hosting network</source>
        <translation>Netz eines Hosters</translation>
    </message>
    <message>
        <source>Remote desktops and company networks stand in data centres too; the list of such networks is not complete, and the files on this computer age.</source>
        <translation>Auch Remote-Desktops und Firmennetze stehen in Rechenzentren; die Liste solcher Netze ist nicht vollständig, und die Dateien auf diesem Rechner veralten.</translation>
    </message>
    <message>
        <source>Country of the time zone</source>
        <translation>Land der Zeitzone</translation>
    </message>
    <message>
        <source>Travellers keep their clock, roaming phones have an address of their home network, neighbouring countries share zones, and some browsers hide theirs.</source>
        <translation>Reisende behalten ihre Uhr, Telefone im Roaming haben eine Adresse ihres Heimatnetzes, Nachbarländer teilen sich Zonen, und manche Browser verbergen ihre.</translation>
    </message>
    <message>
        <source>Address of the page&apos;s visitor</source>
        <translation>Adresse des Seitenbesuchers</translation>
    </message>
    <message>
        <source>Some carriers spread one subscriber&apos;s connections over several addresses; a front before the page alone, or a change of network, looks the same.</source>
        <translation>Manche Anbieter verteilen die Verbindungen eines Kunden auf mehrere Adressen; ein vorgeschalteter Server nur vor der Seite oder ein Netzwechsel sieht ebenso aus.</translation>
    </message>
    <message>
        <source>Forwarding headers</source>
        <translation>Weiterleitungs-Kopfzeilen</translation>
    </message>
    <message>
        <source>A browser extension can add them without a proxy; a reverse proxy at this end must be named as trusted.</source>
        <translation>Eine Browser-Erweiterung kann sie ohne Proxy hinzufügen; ein Reverse-Proxy auf dieser Seite muss als vertrauenswürdig benannt sein.</translation>
    </message>
    <message>
        <source>A file with countries or networks cannot be used; fetch it again: %1</source>
        <translation>Eine Datei mit Ländern oder Netzen ist unbrauchbar; bitte erneut holen: %1</translation>
    </message>
    <message>
        <source>Folder with geo files</source>
        <translation>Ordner mit Geo-Dateien</translation>
    </message>
    <message>
        <source>Runs of this tester</source>
        <translation>Messungen dieses Testers</translation>
    </message>
    <message>
        <source>%1, each time %2, from one address</source>
        <translation>%1, jedes Mal %2, von einer Adresse</translation>
    </message>
    <message>
        <source>%1, each time %2, from %3 addresses: the exit changes</source>
        <translation>%1, jedes Mal %2, von %3 Adressen: Der Ausgang wechselt</translation>
    </message>
    <message>
        <source>%1, not of one kind (%2); addresses: %3</source>
        <translation>%1, nicht von einer Art (%2); Adressen: %3</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: exactly what a common VPN leaves.</source>
        <translation>Das erste Paket der Verbindung bietet Segmente von %1 an, wo schlichtes Ethernet %2 hat: genau das, was ein verbreitetes VPN übrig lässt.</translation>
    </message>
    <message>
        <source>Round trips to the end of the TCP connection vary by %1, as over radio or a loaded line: a jump there says less.</source>
        <translation>Die Umlaufzeiten zum Ende der TCP-Verbindung schwanken um %1, wie über Funk oder eine ausgelastete Leitung: Ein Sprung dort besagt weniger.</translation>
    </message>
    <message>
        <source>Last mile</source>
        <translation>Letzte Meile</translation>
    </message>
    <message>
        <source>A VPN used over a radio link varies in the same way.</source>
        <translation>Ein VPN über eine Funkstrecke schwankt ebenso.</translation>
    </message>
    <message>
        <source>Hop %1 left %2 of %3 probes unanswered, %4 more than hops behind it: it seems to limit its ICMP, and the path did not lose these.</source>
        <translation>Hop %1 ließ %2 von %3 Sonden unbeantwortet, %4 mehr als die Hops dahinter: Er begrenzt wohl sein ICMP, und der Weg hat diese nicht verloren.</translation>
    </message>
    <message>
        <source>%1 probes never left this machine: its network refused them.</source>
        <translation>%1 Sonden haben diesen Rechner nie verlassen: Sein Netzwerk hat sie abgewiesen.</translation>
    </message>
    <message>
        <source>Loss to the target itself: %1 of %2 probes.</source>
        <translation>Verlust bis zum Ziel selbst: %1 von %2 Sonden.</translation>
    </message>
    <message>
        <source>ICMP echo</source>
        <translation>ICMP-Echo</translation>
    </message>
    <message>
        <source>A NAT answers in the tester&apos;s place, so a slow radio link behind it looks like a tunnel; load balancing may send echo and TCP by different paths, and some hosts answer echo late.</source>
        <translation>Ein NAT antwortet an Stelle des Testers, daher sieht eine langsame Funkstrecke dahinter wie ein Tunnel aus; Lastverteilung kann Echo und TCP verschiedene Wege schicken, und manche Rechner beantworten Echo spät.</translation>
    </message>
    <message>
        <source>An intermediary that answers control pings itself, with the browser by chance as far behind it as such a delay, on a line with small segments.</source>
        <translation>Ein Zwischenglied, das Kontroll-Pings selbst beantwortet und hinter dem der Browser zufällig so weit entfernt ist wie eine solche Verzögerung, auf einer Leitung mit kleinen Segmenten.</translation>
    </message>
    <message>
        <source>Control pings return %1 before text messages, but from where the TCP connection ends; what is left beside the jump, %2, is a delayed acknowledgement: a tunnel over TCP holds the page&apos;s answers back.</source>
        <translation>Kontroll-Pings kommen %1 vor Textnachrichten zurück, aber von dort, wo die TCP-Verbindung endet; was neben dem Sprung bleibt, %2, ist eine verzögerte Bestätigung: Ein Tunnel über TCP hält die Antworten der Seite zurück.</translation>
    </message>
    <message>
        <source>The host that has the tester&apos;s address answers ICMP echo %1 before the TCP connection&apos;s end: something there carries the packets onward.</source>
        <translation>Der Rechner mit der Adresse des Testers beantwortet ICMP-Echo %1 vor dem Ende der TCP-Verbindung: Etwas dort trägt die Pakete weiter.</translation>
    </message>
    <message>
        <source>The host that has the tester&apos;s address answers ICMP echo far later than the TCP connection&apos;s end (%1): it does not treat echo as it treats TCP, or something nearer ends the connection.</source>
        <translation>Der Rechner mit der Adresse des Testers beantwortet ICMP-Echo weit später als das Ende der TCP-Verbindung (%1): Er behandelt Echo anders als TCP, oder etwas Näheres beendet die Verbindung.</translation>
    </message>
    <message>
        <source>Token of the HTTP API</source>
        <translation>Token der HTTP-Schnittstelle</translation>
    </message>
    <message>
        <source>The ICMP echo of the tester&apos;s address and the end of the TCP connection differ by %1; below %2 they count as one place.</source>
        <translation>Das ICMP-Echo der Adresse des Testers und das Ende der TCP-Verbindung unterscheiden sich um %1; unter %2 gelten sie als ein Ort.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>the target answered</source>
        <translation>das Ziel hat geantwortet</translation>
    </message>
    <message>
        <source>a router says that the target cannot be reached</source>
        <translation>ein Router meldet, dass das Ziel nicht erreichbar ist</translation>
    </message>
    <message>
        <source>the largest TTL was reached before the target</source>
        <translation>die größte TTL war vor dem Ziel erreicht</translation>
    </message>
    <message>
        <source>nobody answered any more</source>
        <translation>niemand antwortete mehr</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The route changed at %1 hops, from TTL %2 on: %3 instead of %4</source>
        <translation>Der Weg hat sich an %1 Hops geändert, ab TTL %2: %3 statt %4</translation>
    </message>
    <message>
        <source>The route changed at TTL %1: %2 instead of %3</source>
        <translation>Der Weg hat sich bei TTL %1 geändert: %2 statt %3</translation>
    </message>
    <message>
        <source>Loss began: %1 of the last rounds</source>
        <translation>Verlust begann: %1 der letzten Runden</translation>
    </message>
    <message>
        <source>Loss ended after %1; %2 of the rounds were lost</source>
        <translation>Verlust endete nach %1; %2 der Runden waren verloren</translation>
    </message>
    <message>
        <source>The round-trip time passed its limit: median %1</source>
        <translation>Die Umlaufzeit hat ihre Grenze überschritten: Median %1</translation>
    </message>
    <message>
        <source>The round-trip time is within its limit again, after %1</source>
        <translation>Die Umlaufzeit liegt wieder in ihrer Grenze, nach %1</translation>
    </message>
    <message>
        <source>Loss passed its limit: %1 of the last rounds</source>
        <translation>Der Verlust hat seine Grenze überschritten: %1 der letzten Runden</translation>
    </message>
    <message>
        <source>Loss is within its limit again, after %1</source>
        <translation>Der Verlust liegt wieder in seiner Grenze, nach %1</translation>
    </message>
    <message>
        <source>Gap WebSocket − furthest router</source>
        <translation>Abstand WebSocket − fernster Router</translation>
    </message>
    <message>
        <source>Silent routers make it large on a direct path, and it cannot tell a proxy from a tunnel: it is shown, not weighed.</source>
        <translation>Stumme Router machen ihn auch auf direktem Weg groß, und einen Proxy unterscheidet er nicht von einem Tunnel: Er wird gezeigt, nicht gewogen.</translation>
    </message>
    <message>
        <source>The browser is %1 further than the furthest router that answered, which is %2 away: all that the classic rule knows.</source>
        <translation>Der Browser ist %1 weiter als der fernste Router, der antwortete (%2 entfernt): Mehr weiß die klassische Regel nicht.</translation>
    </message>
    <message>
        <source>This machine has no network address, so no tester elsewhere can open the link. Connect it to a network; the link follows.</source>
        <translation>Dieser Rechner hat keine Netzwerkadresse, deshalb kann niemand anderswo den Link öffnen. Verbinden Sie ihn mit einem Netz, der Link folgt dann.</translation>
    </message>
    <message>
        <source>Runs and watched paths are not being saved: %1</source>
        <translation>Messungen und beobachtete Wege werden nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Runs and watched paths are saved again. %1</source>
        <translation>Messungen und beobachtete Wege werden wieder gespeichert. %1</translation>
    </message>
    <message>
        <source>Damaged rounds of a stored path were left out: %1</source>
        <translation>Beschädigte Runden eines gespeicherten Weges wurden ausgelassen: %1</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Kalman</source>
        <translation>Kalman</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Median of the quickest</source>
        <translation>Median der schnellsten</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>ausgezeichnet</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>The offset is steady</source>
        <translation>Der Versatz ist stabil</translation>
    </message>
    <message>
        <source>The offset rises: the server&apos;s clock runs faster</source>
        <translation>Der Versatz steigt: Die Uhr des Servers geht schneller</translation>
    </message>
    <message>
        <source>The offset falls: the server&apos;s clock runs slower</source>
        <translation>Der Versatz fällt: Die Uhr des Servers geht langsamer</translation>
    </message>
    <message>
        <source>An offset of %1 is more than two standard deviations off</source>
        <translation>Ein Versatz von %1 liegt mehr als zwei Standardabweichungen daneben</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>Güte: %1</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set by %1; the estimate begins anew</source>
        <translation>Die Uhr dieses Rechners wurde um %1 verstellt; die Schätzung beginnt von vorn</translation>
    </message>
    <message>
        <source>More than 500 ms off: the correction starts over</source>
        <translation>Mehr als 500 ms daneben: Die Korrektur beginnt von vorn</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>The server answers again</source>
        <translation>Der Server antwortet wieder</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>falsche Länge</translation>
    </message>
    <message>
        <source>wrong SYNC</source>
        <translation>falsches SYNC</translation>
    </message>
    <message>
        <source>unknown IDCODE</source>
        <translation>unbekannter IDCODE</translation>
    </message>
    <message>
        <source>wrong FRAME_SIZE</source>
        <translation>falsche FRAME_SIZE</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>falsche Prüfsumme</translation>
    </message>
    <message>
        <source>not authenticated</source>
        <translation>nicht authentifiziert</translation>
    </message>
    <message>
        <source>too many from one address</source>
        <translation>zu viele von einer Adresse</translation>
    </message>
    <message>
        <source>too many bytes to one address</source>
        <translation>zu viele Bytes an eine Adresse</translation>
    </message>
    <message>
        <source>A negative one-way delay: the path is longer one way than the other, or the estimate is off; the bound has room for both.</source>
        <translation>Eine negative Laufzeit in einer Richtung: Der Weg ist in einer Richtung länger als in der anderen, oder die Schätzung liegt daneben; die Schranke lässt Raum für beides.</translation>
    </message>
    <message>
        <source>By the stamps alone one way took negative time: the two clocks differ by more than the way takes. The delays shown have the offset taken out.</source>
        <translation>Nach den Zeitstempeln allein dauerte eine Richtung negativ lange: Die beiden Uhren weichen um mehr voneinander ab, als der Weg dauert. Die angezeigten Laufzeiten sind um den Versatz bereinigt.</translation>
    </message>
    <message>
        <source>No time service was found here, but the kernel calls the clock synchronised, with an error of at most %1: another keeps it, such as the host of a container.</source>
        <translation>Hier wurde kein Zeitdienst gefunden, aber der Kern nennt die Uhr synchronisiert, mit einem Fehler von höchstens %1: Ein anderer stellt sie, etwa der Wirt eines Containers.</translation>
    </message>
    <message>
        <source>Nothing synchronises this machine&apos;s clock: it goes as fast as its quartz does.</source>
        <translation>Nichts synchronisiert die Uhr dieses Rechners: Sie geht, wie ihr Quarz geht.</translation>
    </message>
    <message>
        <source>%1 runs, but follows no server yet: the clock is not synchronised.</source>
        <translation>%1 läuft, folgt aber noch keinem Server: Die Uhr ist nicht synchronisiert.</translation>
    </message>
    <message>
        <source>%1 keeps this machine&apos;s clock by %2; its error is at most %3.</source>
        <translation>%1 stellt die Uhr dieses Rechners nach %2; ihr Fehler ist höchstens %3.</translation>
    </message>
    <message>
        <source>While a time service moves a clock, the offset and the drift seen here move with it.</source>
        <translation>Während ein Zeitdienst eine Uhr verstellt, ändern sich Versatz und Gang, die hier zu sehen sind, mit ihr.</translation>
    </message>
    <message>
        <source>What others must reach needs these rules where a firewall filters. They are text to copy: Parallax changes no firewall.</source>
        <translation>Was andere erreichen sollen, braucht diese Regeln, wo eine Firewall filtert. Sie sind Text zum Kopieren: Parallax ändert keine Firewall.</translation>
    </message>
    <message>
        <source>Pings at least</source>
        <translation>Mindestzahl der Pings</translation>
    </message>
    <message>
        <source>A run may end after so many once the interval of its median has decided; 0 sends them all.</source>
        <translation>Nach so vielen darf ein Lauf enden, sobald das Intervall seines Medians entschieden hat; 0 sendet alle.</translation>
    </message>
    <message>
        <source>Fingerprint table</source>
        <translation>Tabelle der Merkmale</translation>
    </message>
    <message>
        <source>File with what systems, browsers, tunnels and hosting networks look like; empty: the one that is built in.</source>
        <translation>Datei damit, wie Systeme, Browser, Tunnel und Hosting-Netze aussehen; leer: die eingebaute.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>DSCP</source>
        <translation>DSCP</translation>
    </message>
    <message>
        <source>ECN</source>
        <translation>ECN</translation>
    </message>
    <message>
        <source>Flow label</source>
        <translation>Flow-Label</translation>
    </message>
    <message>
        <source>Total length</source>
        <translation>Gesamtlänge</translation>
    </message>
    <message>
        <source>Payload length</source>
        <translation>Nutzdatenlänge</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identifikation</translation>
    </message>
    <message>
        <source>Reserved bit</source>
        <translation>Reserviertes Bit</translation>
    </message>
    <message>
        <source>Don&apos;t fragment</source>
        <translation>Nicht fragmentieren</translation>
    </message>
    <message>
        <source>More fragments</source>
        <translation>Weitere Fragmente</translation>
    </message>
    <message>
        <source>TTL (hop limit)</source>
        <translation>TTL (Hop-Limit)</translation>
    </message>
    <message>
        <source>Protocol (next header)</source>
        <translation>Protokoll (nächster Header)</translation>
    </message>
    <message>
        <source>Header checksum</source>
        <translation>Header-Prüfsumme</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>Target address</source>
        <translation>Zieladresse</translation>
    </message>
    <message>
        <source>IP options</source>
        <translation>IP-Optionen</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>Quellport</translation>
    </message>
    <message>
        <source>Target port</source>
        <translation>Zielport</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Sequenznummer</translation>
    </message>
    <message>
        <source>Acknowledgement number</source>
        <translation>Bestätigungsnummer</translation>
    </message>
    <message>
        <source>Reserved bits</source>
        <translation>Reservierte Bits</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>Urgent-Zeiger</translation>
    </message>
    <message>
        <source>TCP options</source>
        <translation>TCP-Optionen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The source address is not this machine&apos;s: answers go to somebody who asked nothing.</source>
        <translation>Die Quelladresse gehört nicht zu diesem Rechner: Antworten gehen an jemanden, der nichts gefragt hat.</translation>
    </message>
    <message>
        <source>The target is a broadcast or multicast address: every host there may answer.</source>
        <translation>Das Ziel ist eine Broadcast- oder Multicast-Adresse: Jeder Host dort kann antworten.</translation>
    </message>
    <message>
        <source>Source and target are the same address and port (LAND): some systems answer themselves for ever.</source>
        <translation>Quelle und Ziel sind dieselbe Adresse und derselbe Port (LAND): Manche Systeme antworten sich selbst ohne Ende.</translation>
    </message>
    <message>
        <source>RST or FIN ends a connection with these addresses and ports, if there is one.</source>
        <translation>RST oder FIN beendet eine Verbindung mit diesen Adressen und Ports, falls es eine gibt.</translation>
    </message>
    <message>
        <source>The message tells hosts to use other routes or neighbours.</source>
        <translation>Die Nachricht sagt Hosts, andere Routen oder Nachbarn zu benutzen.</translation>
    </message>
    <message>
        <source>The ICMP error is made up: a connection that believes it slows down or ends.</source>
        <translation>Der ICMP-Fehler ist erfunden: Eine Verbindung, die ihn glaubt, wird langsamer oder endet.</translation>
    </message>
    <message>
        <source>It is a fragment: the receiver keeps it until the rest comes or its patience ends.</source>
        <translation>Es ist ein Fragment: Der Empfänger behält es, bis der Rest kommt oder seine Geduld endet.</translation>
    </message>
    <message>
        <source>Its IP options choose the routers: many networks take that for an attack.</source>
        <translation>Seine IP-Optionen bestimmen die Router: Viele Netze halten das für einen Angriff.</translation>
    </message>
    <message>
        <source>More than ten packets, or more than ten a second: alarms and limits may answer.</source>
        <translation>Mehr als zehn Pakete oder mehr als zehn je Sekunde: Das kann Alarme auslösen und Grenzen greifen lassen.</translation>
    </message>
    <message>
        <source>The kernel writes the total length and the header checksum of IPv4 itself: yours are shown, not sent.</source>
        <translation>Der Kernel schreibt Gesamtlänge und Header-Prüfsumme von IPv4 selbst: Ihre werden gezeigt, nicht gesendet.</translation>
    </message>
    <message>
        <source>The kernel may write an identification of 0 anew.</source>
        <translation>Eine Identifikation von 0 kann der Kernel neu schreiben.</translation>
    </message>
    <message>
        <source>The checksum is wrong: the receiver throws the packet away without a word.</source>
        <translation>Die Prüfsumme ist falsch: Der Empfänger verwirft das Paket wortlos.</translation>
    </message>
    <message>
        <source>No router carries this on: version, header length or TTL forbid it.</source>
        <translation>Kein Router trägt das weiter: Version, Headerlänge oder TTL verbieten es.</translation>
    </message>
    <message>
        <source>This machine&apos;s kernel knows no such connection and answers a SYN-ACK with a RST.</source>
        <translation>Der Kernel dieses Rechners kennt keine solche Verbindung und beantwortet ein SYN-ACK mit RST.</translation>
    </message>
    <message>
        <source>No route leads to the target: give a source address.</source>
        <translation>Keine Route führt zum Ziel: Geben Sie eine Quelladresse an.</translation>
    </message>
    <message>
        <source>TCP SYN</source>
        <translation>TCP-SYN</translation>
    </message>
    <message>
        <source>TCP SYN to port 443, with options</source>
        <translation>TCP-SYN an Port 443, mit Optionen</translation>
    </message>
    <message>
        <source>TCP RST</source>
        <translation>TCP-RST</translation>
    </message>
    <message>
        <source>UDP datagram</source>
        <translation>UDP-Datagramm</translation>
    </message>
    <message>
        <source>DNS query</source>
        <translation>DNS-Anfrage</translation>
    </message>
    <message>
        <source>ICMP echo request</source>
        <translation>ICMP-Echo-Anfrage</translation>
    </message>
    <message>
        <source>ICMPv6 echo request</source>
        <translation>ICMPv6-Echo-Anfrage</translation>
    </message>
    <message>
        <source>UDP with a TTL of 1 (traceroute)</source>
        <translation>UDP mit TTL 1 (traceroute)</translation>
    </message>
    <message>
        <source>UDP with a wrong checksum</source>
        <translation>UDP mit falscher Prüfsumme</translation>
    </message>
    <message>
        <source>A number from 0 to %1, or hexadecimal after 0x.</source>
        <translation>Eine Zahl von 0 bis %1, oder hexadezimal nach 0x.</translation>
    </message>
    <message>
        <source>Names of flags as SYN ACK, or none, or a number from 0 to 255.</source>
        <translation>Namen von Flags wie SYN ACK, oder none, oder eine Zahl von 0 bis 255.</translation>
    </message>
    <message>
        <source>An IPv4 or IPv6 address.</source>
        <translation>Eine IPv4- oder IPv6-Adresse.</translation>
    </message>
    <message>
        <source>mss=1460 sack ts=1:0 nop ws=7 eol, or bytes as 02 04 05 b4.</source>
        <translation>mss=1460 sack ts=1:0 nop ws=7 eol, oder Bytes wie 02 04 05 b4.</translation>
    </message>
    <message>
        <source>Bytes as de ad be ef, or text:hello.</source>
        <translation>Bytes wie de ad be ef, oder text:hallo.</translation>
    </message>
    <message>
        <source>SYN-ACK: the port is open</source>
        <translation>SYN-ACK: Der Port ist offen</translation>
    </message>
    <message>
        <source>RST: the port is closed, or the connection unknown</source>
        <translation>RST: Der Port ist geschlossen oder die Verbindung unbekannt</translation>
    </message>
    <message>
        <source>a TCP segment of the same connection</source>
        <translation>ein TCP-Segment derselben Verbindung</translation>
    </message>
    <message>
        <source>a UDP datagram back</source>
        <translation>ein UDP-Datagramm zurück</translation>
    </message>
    <message>
        <source>ICMP echo reply</source>
        <translation>ICMP-Echo-Antwort</translation>
    </message>
    <message>
        <source>ICMP time exceeded: the TTL ended there</source>
        <translation>ICMP Time Exceeded: Dort endete die TTL</translation>
    </message>
    <message>
        <source>ICMP port unreachable: nobody listens there</source>
        <translation>ICMP Port Unreachable: Dort hört niemand zu</translation>
    </message>
    <message>
        <source>ICMP unreachable, code %1</source>
        <translation>ICMP Unreachable, Code %1</translation>
    </message>
    <message>
        <source>ICMP type %1, code %2</source>
        <translation>ICMP-Typ %1, Code %2</translation>
    </message>
    <message>
        <source>Nothing came back within %1.</source>
        <translation>Innerhalb von %1 kam nichts zurück.</translation>
    </message>
    <message>
        <source>Header length (32-bit words)</source>
        <translation>Headerlänge (32-Bit-Wörter)</translation>
    </message>
    <message>
        <source>Fragment offset (8 bytes)</source>
        <translation>Fragment-Offset (je 8 Bytes)</translation>
    </message>
    <message>
        <source>Data offset (32-bit words)</source>
        <translation>Daten-Offset (32-Bit-Wörter)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ended by the client</source>
        <translation>vom Client beendet</translation>
    </message>
    <message>
        <source>cut off: a line too long</source>
        <translation>abgebrochen: eine Zeile zu lang</translation>
    </message>
    <message>
        <source>cut off: nothing was asked</source>
        <translation>abgebrochen: nichts wurde gefragt</translation>
    </message>
    <message>
        <source>cut off: answers were not read</source>
        <translation>abgebrochen: Antworten wurden nicht gelesen</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>ended with the server</source>
        <translation>mit dem Server beendet</translation>
    </message>
    <message>
        <source>Run {run} of {runs}</source>
        <translation>Messung {run} von {runs}</translation>
    </message>
    <message>
        <source>Runs for each visit</source>
        <translation>Messungen je Besuch</translation>
    </message>
    <message>
        <source>One press of Start measures so many times, each on a fresh connection; the runs are compared.</source>
        <translation>Ein Druck auf Start misst so oft, jedes Mal über eine neue Verbindung; die Messungen werden verglichen.</translation>
    </message>
    <message>
        <source>A tester was turned away: more than %1 finished runs wait for a store that is too slow.</source>
        <translation>Ein Tester wurde abgewiesen: mehr als %1 fertige Messungen warten auf eine zu langsame Ablage.</translation>
    </message>
    <message>
        <source>It measures {runs} times, a few seconds each.</source>
        <translation>Es wird {runs}-mal gemessen, jeweils einige Sekunden lang.</translation>
    </message>
    <message>
        <source>You may close this page; the result goes to the person who asked.</source>
        <translation>Sie können diese Seite schließen; das Ergebnis geht an die Person, die darum gebeten hat.</translation>
    </message>
    <message>
        <source>The target left %1 of %2 probes unanswered. It was asked many times at once, and hosts limit what they answer UDP: this need not be loss. ICMP or TCP probes tell.</source>
        <translation>Das Ziel ließ %1 von %2 Sonden unbeantwortet. Es wurde viele Male zugleich gefragt, und Rechner begrenzen ihre Antworten auf UDP: das muss kein Verlust sein. Gewissheit geben Sonden mit ICMP oder TCP.</translation>
    </message>
    <message>
        <source>Programs on other machines must send it to trace by HTTP; 16 to 128 letters, digits or - _. Empty: one is made and kept in the user&apos;s data folder.</source>
        <translation>Programme auf anderen Rechnern müssen es senden, um per HTTP Wege zu messen; 16 bis 128 Buchstaben, Ziffern oder - _. Leer: Eines wird erzeugt und im Datenordner des Benutzers aufbewahrt.</translation>
    </message>
    <message>
        <source>File that finished runs and watched paths are kept in; empty: the user&apos;s data folder.</source>
        <translation>Datei für abgeschlossene Messungen und beobachtete Wege; leer: der Datenordner des Benutzers.</translation>
    </message>
    <message>
        <source>Files that tell country, network and place of an address; empty: the folder geo in the user&apos;s data folder, or the system&apos;s.</source>
        <translation>Dateien, die Land, Netz und Ort einer Adresse angeben; leer: der Ordner geo im Datenordner des Benutzers oder der des Systems.</translation>
    </message>
    <message>
        <source>The WebSocket&apos;s address as testers see it, if it differs. Needed, with wss, where the page is https and the certificate is not here.</source>
        <translation>Die Adresse des WebSockets, wie Tester sie sehen, falls sie abweicht. Nötig, mit wss, wo die Seite https ist und das Zertifikat nicht hier liegt.</translation>
    </message>
    <message>
        <source>The round-trip time was beyond its limit for %1; then nothing was measured</source>
        <translation>Die Umlaufzeit war %1 lang über ihrer Grenze; dann wurde nicht mehr gemessen</translation>
    </message>
    <message>
        <source>Loss was beyond its limit for %1; then nothing was measured</source>
        <translation>Der Verlust war %1 lang über seiner Grenze; dann wurde nicht mehr gemessen</translation>
    </message>
    <message>
        <source>This machine was unable to send: its network refused every probe</source>
        <translation>Dieser Rechner konnte nicht senden: Sein Netzwerk hat jede Sonde abgewiesen</translation>
    </message>
    <message>
        <source>This machine had been unable to send for %1</source>
        <translation>Dieser Rechner hatte %1 lang nicht senden können</translation>
    </message>
    <message>
        <source>%2 of %3 probes with TTL %1 were refused: somebody on the way says that the target cannot be reached, or that they are too large.</source>
        <translation>%2 von %3 Sonden mit TTL %1 wurden abgewiesen: unterwegs heißt es, das Ziel sei nicht erreichbar oder sie seien zu groß.</translation>
    </message>
    <message>
        <source>%1 probe never left this machine: its network refused it.</source>
        <translation>%1 Sonde hat diesen Rechner nie verlassen: Sein Netzwerk hat sie abgewiesen.</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set by %1, or one of the two clocks is slewed by more than 500 ppm; the estimate begins anew</source>
        <translation>Die Uhr des Servers wurde um %1 verstellt, oder eine der beiden Uhren wird um mehr als 500 ppm nachgeführt; die Schätzung beginnt von vorn</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: what access lines leave that carry IPv4 and IPv6 within each other, so it is no sign of a VPN.</source>
        <translation>Das erste Paket der Verbindung bietet Segmente von %1 an, wo schlichtes Ethernet %2 hat: So viel lassen Anschlüsse übrig, die IPv4 und IPv6 ineinander verpackt befördern; ein Zeichen für ein VPN ist es also nicht.</translation>
    </message>
    <message>
        <source>The path was not traced: the connection&apos;s packets could not be captured.</source>
        <translation>Der Weg wurde nicht verfolgt: Die Pakete der Verbindung konnten nicht mitgeschnitten werden.</translation>
    </message>
    <message>
        <source>Routers that the tester&apos;s packets pass on their way here: %1; that ours pass on the way there: %2.</source>
        <translation>Die Pakete des Testers passieren auf dem Weg hierher %1 Router, unsere auf dem Weg dorthin %2.</translation>
    </message>
    <message>
        <source>Routers that the tester&apos;s packets pass on their way here: %1; that ours pass on the way there: %2. The two ways differ.</source>
        <translation>Die Pakete des Testers passieren auf dem Weg hierher %1 Router, unsere auf dem Weg dorthin aber %2: Hin- und Rückweg unterscheiden sich.</translation>
    </message>
    <message>
        <source>No packet of a tester&apos;s connection was seen at port %1, so its path was not traced: a firewall rule of this machine probably redirects another port there. Let testers come to port %1 itself (public-ws-url), or listen on the other port (ws-port).</source>
        <translation>Von der Verbindung eines Testers war an Port %1 kein Paket zu sehen, daher wurde ihr Weg nicht verfolgt: Vermutlich leitet eine Firewallregel dieses Rechners einen anderen Port dorthin um. Lassen Sie Tester zu Port %1 selbst kommen (public-ws-url), oder lauschen Sie auf dem anderen Port (ws-port).</translation>
    </message>
    <message>
        <source>Stopped; nothing had come back so far.</source>
        <translation>Angehalten; bis dahin war nichts zurückgekommen.</translation>
    </message>
    <message>
        <source>This page can be reached, but the port that measures, {port}, accepts no connection. Tell the person who sent you this link: a firewall or a router may let only the page through.</source>
        <translation>Diese Seite ist erreichbar, aber der Port für die Messung ({port}) nimmt keine Verbindung an. Sagen Sie es der Person, die Ihnen diesen Link geschickt hat: Vielleicht lässt eine Firewall oder ein Router nur die Seite durch.</translation>
    </message>
    <message>
        <source>The connection&apos;s packets could not be captured, so the path stays unseen and a tunnel cannot be ruled out.</source>
        <translation>Die Pakete der Verbindung konnten nicht mitgeschnitten werden; der Weg bleibt daher unsichtbar, und ein Tunnel lässt sich nicht ausschließen.</translation>
    </message>
    <message>
        <source>A tester was turned away: too many runs began at %1 within a minute.</source>
        <translation>Ein Tester wurde abgewiesen: Von %1 begannen zu viele Messungen in einer Minute.</translation>
    </message>
</context>
<context>
    <name>WorldMap</name>
    <message>
        <source>▲ answers sooner than light could come from there: one of the two places is wrong</source>
        <translation>▲ antwortet früher, als Licht von dort kommen könnte: Einer der beiden Orte ist falsch</translation>
    </message>
</context>
<context>
    <name>parallax::ClockBar</name>
    <message>
        <source>&amp;Others may ask</source>
        <translation>Andere dürfen &amp;fragen</translation>
    </message>
    <message>
        <source>UDP port of the clock server</source>
        <translation>UDP-Port des Uhrenservers</translation>
    </message>
    <message>
        <source>Answers at every address of this machine. Otherwise only programs on it may ask: a question can be sent in somebody else&apos;s name.</source>
        <translation>Antwortet auf jeder Adresse dieses Rechners. Sonst dürfen nur Programme auf ihm fragen: Eine Frage kann unter fremdem Namen gesendet werden.</translation>
    </message>
    <message>
        <source>Command that asks this server from elsewhere</source>
        <translation>Befehl, der diesen Server von anderswo fragt</translation>
    </message>
    <message>
        <source>Run this on another machine to ask this server</source>
        <translation>Auf einem anderen Rechner ausführen, um diesen Server zu fragen</translation>
    </message>
    <message>
        <source>Clock server to ask: host name or address</source>
        <translation>Uhrenserver, der gefragt wird: Name oder Adresse</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>Hostname oder Adresse</translation>
    </message>
    <message>
        <source>How answers become an estimate</source>
        <translation>Wie aus Antworten eine Schätzung wird</translation>
    </message>
    <message>
        <source>STAMP (four times)</source>
        <translation>STAMP (vier Zeiten)</translation>
    </message>
    <message>
        <source>How often it asks</source>
        <translation>Wie oft er fragt</translation>
    </message>
    <message>
        <source>by the mean error: every 1, 2 or 5 s</source>
        <translation>je nach mittlerem Fehler: alle 1, 2 oder 5 s</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>Raw, EWMA, Kalman and PID at once: one clock, estimated in four ways</source>
        <translation>Roh, EWMA, Kalman und PID zugleich: dieselbe Uhr, auf vier Arten geschätzt</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Clock server: %1 answered</source>
        <translation>Uhrenserver: %1 beantwortet</translation>
    </message>
    <message>
        <source>Clock server: %1 answered, %2 refused</source>
        <translation>Uhrenserver: %1 beantwortet, %2 abgelehnt</translation>
    </message>
    <message>
        <source>No clock server here</source>
        <translation>Hier läuft kein Uhrenserver</translation>
    </message>
    <message>
        <source>The command to ask from elsewhere is shown here while the server runs</source>
        <translation>Solange der Server läuft, steht hier der Befehl, um ihn von anderswo zu fragen</translation>
    </message>
    <message>
        <source>Host &amp;notes…</source>
        <translation>Hi&amp;nweise zum Rechner…</translation>
    </message>
    <message>
        <source>What keeps this machine&apos;s clock, and the firewall rules that the ports need</source>
        <translation>Was die Uhr dieses Rechners stellt, und welche Firewall-Regeln die Ports brauchen</translation>
    </message>
    <message>
        <source>Start se&amp;rver</source>
        <translation>Server sta&amp;rten</translation>
    </message>
    <message>
        <source>Stop se&amp;rver</source>
        <translation>Se&amp;rver stoppen</translation>
    </message>
    <message>
        <source>&amp;Add client</source>
        <translation>Client hinz&amp;ufügen</translation>
    </message>
    <message>
        <source>Add the fo&amp;ur</source>
        <translation>Die vier hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Copy co&amp;mmand</source>
        <translation>Befehl kop&amp;ieren</translation>
    </message>
    <message>
        <source>TCP…</source>
        <translation>TCP…</translation>
    </message>
    <message>
        <source>A time and echo server over TCP, and its connections</source>
        <translation>Ein Zeit- und Echo-Server über TCP und seine Verbindungen</translation>
    </message>
    <message>
        <source>Run this on another machine to ask this server; HOST is an address of this machine</source>
        <translation>Auf einem anderen Rechner ausführen, um diesen Server zu fragen; HOST steht für eine Adresse dieses Rechners</translation>
    </message>
</context>
<context>
    <name>parallax::ClockChart</name>
    <message>
        <source>Clock clients over time</source>
        <translation>Uhrenclients im Zeitverlauf</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, 0 shows all.</source>
        <translation>Plus und Minus zoomen, die Pfeiltasten verschieben, 0 zeigt alles.</translation>
    </message>
    <message>
        <source>Time [s]</source>
        <translation>Zeit [s]</translation>
    </message>
</context>
<context>
    <name>parallax::ClockHistogram</name>
    <message>
        <source>Distribution of the clock clients&apos; values</source>
        <translation>Verteilung der Werte der Uhrenclients</translation>
    </message>
    <message>
        <source>Share of answers [%]</source>
        <translation>Anteil der Antworten [%]</translation>
    </message>
</context>
<context>
    <name>parallax::ClockModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Last [ms]</source>
        <translation>Letzte [ms]</translation>
    </message>
    <message>
        <source>Mean [ms]</source>
        <translation>Mittel [ms]</translation>
    </message>
    <message>
        <source>σ [ms]</source>
        <translation>σ [ms]</translation>
    </message>
    <message>
        <source>Least [ms]</source>
        <translation>Kleinste [ms]</translation>
    </message>
    <message>
        <source>Most [ms]</source>
        <translation>Größte [ms]</translation>
    </message>
    <message>
        <source>Bound [ms]</source>
        <translation>Schranke [ms]</translation>
    </message>
    <message>
        <source>Drift [ppm]</source>
        <translation>Drift [ppm]</translation>
    </message>
    <message>
        <source>RTT [ms]</source>
        <translation>RTT [ms]</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Questions that were answered</source>
        <translation>Fragen, die beantwortet wurden</translation>
    </message>
    <message>
        <source>Questions that were not answered in time</source>
        <translation>Fragen, die nicht rechtzeitig beantwortet wurden</translation>
    </message>
    <message>
        <source>The offset lies within this, whatever the path&apos;s asymmetry</source>
        <translation>Der Versatz liegt darin, wie ungleich Hin- und Rückweg auch sind</translation>
    </message>
    <message>
        <source>How much the server&apos;s clock gains on this one: microseconds a second</source>
        <translation>Um wie viel die Uhr des Servers dieser vorläuft: Mikrosekunden in der Sekunde</translation>
    </message>
    <message>
        <source>Median of the round trips</source>
        <translation>Median der Umlaufzeiten</translation>
    </message>
    <message>
        <source>Of the answers since a clock was last set</source>
        <translation>Aus den Antworten, seit zuletzt eine Uhr verstellt wurde</translation>
    </message>
    <message>
        <source>Standard deviation of the answers since a clock was last set</source>
        <translation>Standardabweichung der Antworten, seit zuletzt eine Uhr verstellt wurde</translation>
    </message>
    <message>
        <source>By the standard deviation of the newest 60 offsets since a clock was last set</source>
        <translation>Nach der Standardabweichung der neuesten 60 Versätze, seit zuletzt eine Uhr verstellt wurde</translation>
    </message>
</context>
<context>
    <name>parallax::ClockTable</name>
    <message>
        <source>Clock clients and their statistics</source>
        <translation>Uhrenclients und ihre Statistik</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;End client</source>
        <translation>Client b&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Remove client</source>
        <translation>Client entfe&amp;rnen</translation>
    </message>
</context>
<context>
    <name>parallax::ClocksPage</name>
    <message>
        <source>See what an estimator makes of two clocks</source>
        <translation>Sehen, was ein Schätzer aus zwei Uhren macht</translation>
    </message>
    <message>
        <source>Press Start server, then Add the four: four clients ask this machine&apos;s own clock, so the true offset is zero, and each draws what it believes. Or ask a clock server elsewhere.</source>
        <translation>„Server starten“ drücken, dann „Die vier hinzufügen“: Vier Clients fragen die Uhr dieses Rechners, der wahre Versatz ist also null, und jeder zeichnet, was er glaubt. Oder einen Uhrenserver anderswo fragen.</translation>
    </message>
    <message>
        <source>No clock is ever set: offsets are measured and shown, nothing more.</source>
        <translation>Keine Uhr wird je gestellt: Versätze werden gemessen und gezeigt, mehr nicht.</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>Correction, as the server replied</source>
        <translation>Korrektur, wie der Server antwortete</translation>
    </message>
    <message>
        <source>Offset of every exchange</source>
        <translation>Versatz jedes Austauschs</translation>
    </message>
    <message>
        <source>Round-trip time</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>The picture stands still; measuring goes on</source>
        <translation>Das Bild steht still, gemessen wird weiter</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>A&amp;lles zeigen</translation>
    </message>
    <message>
        <source>The wheel zooms in time</source>
        <translation>Das Mausrad zoomt in der Zeit</translation>
    </message>
    <message>
        <source>What was noteworthy</source>
        <translation>Was bemerkenswert war</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Correction [ms]</source>
        <translation>Korrektur [ms]</translation>
    </message>
    <message>
        <source>Offset [ms]</source>
        <translation>Versatz [ms]</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>Umlaufzeit [ms]</translation>
    </message>
    <message>
        <source>%1, ended</source>
        <translation>%1: beendet</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Clocks over time</source>
        <translation>Uhren im Zeitverlauf</translation>
    </message>
    <message>
        <source>Distribution of clocks</source>
        <translation>Verteilung der Uhren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>En&amp;d client</source>
        <translation>Clien&amp;t beenden</translation>
    </message>
    <message>
        <source>Remove client</source>
        <translation>Client entfernen</translation>
    </message>
</context>
<context>
    <name>parallax::DistributionChart</name>
    <message>
        <source>Distribution of round trips</source>
        <translation>Verteilung der Umlaufzeiten</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>Umlaufzeit [ms]</translation>
    </message>
    <message>
        <source>Share of answers [%]</source>
        <translation>Anteil der Antworten [%]</translation>
    </message>
    <message>
        <source>Last hop %1</source>
        <translation>Letzter Hop %1</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>Control %1</source>
        <translation>Kontroll-Ping %1</translation>
    </message>
    <message>
        <source>WebSocket %1</source>
        <translation>WebSocket %1</translation>
    </message>
</context>
<context>
    <name>parallax::EmptyState</name>
    <message>
        <source>They press Start. Seconds later you see here whether a proxy or a VPN stands between.</source>
        <translation>Dort drückt jemand auf Start. Sekunden später sehen Sie hier, ob ein Proxy oder ein VPN dazwischensteht.</translation>
    </message>
    <message>
        <source>Send the link to whom you want to measure</source>
        <translation>Senden Sie den Link an den, den Sie messen wollen</translation>
    </message>
    <message>
        <source>Nobody can come yet</source>
        <translation>Noch kann niemand kommen</translation>
    </message>
    <message>
        <source>Any browser will do, on a phone too. Nothing is installed.</source>
        <translation>Jeder Browser genügt, auch auf dem Telefon. Installiert wird nichts.</translation>
    </message>
    <message>
        <source>Press Start and Parallax gives you a link to send.</source>
        <translation>Drücken Sie auf Start, und Parallax gibt Ihnen einen Link zum Verschicken.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The link was revoked</source>
        <translation>Der Link wurde widerrufen</translation>
    </message>
    <message>
        <source>Invitations have links of their own. Stop and Start make a new link for everyone.</source>
        <translation>Einladungen haben eigene Links. Stopp und Start erzeugen einen neuen Link für alle.</translation>
    </message>
</context>
<context>
    <name>parallax::EvidenceItem</name>
    <message>
        <source>The natural logarithm of how many times more likely this is under that verdict</source>
        <translation>Der natürliche Logarithmus davon, wievielmal wahrscheinlicher dies unter jenem Urteil ist</translation>
    </message>
    <message>
        <source>May mislead: %1</source>
        <translation>Kann täuschen: %1</translation>
    </message>
    <message>
        <source>for %1 · weight %2</source>
        <translation>für %1 · Gewicht %2</translation>
    </message>
    <message>
        <source>decides nothing</source>
        <translation>entscheidet nichts</translation>
    </message>
    <message>
        <source>Supports the verdict: %1</source>
        <translation>Stützt das Urteil: %1</translation>
    </message>
    <message>
        <source>Speaks against the verdict: %1</source>
        <translation>Spricht gegen das Urteil: %1</translation>
    </message>
    <message>
        <source>Decides nothing: %1</source>
        <translation>Entscheidet nichts: %1</translation>
    </message>
</context>
<context>
    <name>parallax::EvidenceList</name>
    <message>
        <source>Evidence</source>
        <translation>Indizien</translation>
    </message>
    <message>
        <source>Nothing has been weighed yet.</source>
        <translation>Noch ist nichts abgewogen.</translation>
    </message>
</context>
<context>
    <name>parallax::FactsView</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
</context>
<context>
    <name>parallax::HopChart</name>
    <message>
        <source>RTT per hop</source>
        <translation>RTT je Hop</translation>
    </message>
    <message>
        <source>TTL, endpoint, browser</source>
        <translation>TTL, Endpunkt, Browser</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>Umlaufzeit [ms]</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Endpoint (TCP) %1</source>
        <translation>Endpunkt (TCP) %1</translation>
    </message>
    <message>
        <source>WS</source>
        <translation>WS</translation>
    </message>
    <message>
        <source>Browser (WebSocket)</source>
        <translation>Browser (WebSocket)</translation>
    </message>
    <message>
        <source>TTL %1: no answer to %2 probes</source>
        <translation>TTL %1: keine Antwort auf %2 Sonden</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 probes answered</source>
        <translation>%1 von %2 Sonden beantwortet</translation>
    </message>
    <message>
        <source>MPLS label %1</source>
        <translation>MPLS-Label %1</translation>
    </message>
    <message>
        <source>minimum %1, median %2</source>
        <translation>Minimum %1, Median %2</translation>
    </message>
    <message>
        <source>TTL %1: no answer to one probe</source>
        <translation>TTL %1: keine Antwort auf eine Sonde</translation>
    </message>
</context>
<context>
    <name>parallax::HopStrips</name>
    <message>
        <source>Each hop over time</source>
        <translation>Jeder Hop im Zeitverlauf</translation>
    </message>
    <message>
        <source>least to most</source>
        <translation>kleinste bis größte</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>IPDV: difference of successive round trips</source>
        <translation>IPDV: Unterschied aufeinanderfolgender Umläufe</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
</context>
<context>
    <name>parallax::HostNotesDialog</name>
    <message>
        <source>Host notes</source>
        <translation>Hinweise zum Rechner</translation>
    </message>
    <message>
        <source>Asking the time services of this machine…</source>
        <translation>Die Zeitdienste dieses Rechners werden gefragt…</translation>
    </message>
    <message>
        <source>Firewall rules for nftables</source>
        <translation>Firewall-Regeln für nftables</translation>
    </message>
    <message>
        <source>&amp;Copy rules</source>
        <translation>Regeln &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>parallax::InvitationModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Everyone with the link</source>
        <translation>Alle mit dem Link</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
</context>
<context>
    <name>parallax::InvitationsDialog</name>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Einladen …</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>Link &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>&amp;QR-Code</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
</context>
<context>
    <name>parallax::InviteDialog</name>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Shown on their page and in your table</source>
        <translation>Erscheint auf der Seite des Testers und in Ihrer Tabelle</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Most uses</source>
        <translation>Höchstzahl der Nutzungen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Create link</source>
        <translation>Link erzeugen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Valid for</source>
        <translation>&amp;Gültig für</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
</context>
<context>
    <name>parallax::LadderView</name>
    <message>
        <source>Latency ladder</source>
        <translation>Latenzleiter</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1: %2</translation>
    </message>
    <message>
        <source>%1, minimum %2, 95 % of answers within %3</source>
        <translation>%1, Minimum %2, 95 % der Antworten innerhalb von %3</translation>
    </message>
    <message>
        <source>, %1 more than the rung below</source>
        <translation>, %1 mehr als die Sprosse darunter</translation>
    </message>
</context>
<context>
    <name>parallax::LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Link for %1</source>
        <translation>Link für %1</translation>
    </message>
    <message>
        <source>Whoever opens this link can be measured</source>
        <translation>Wer diesen Link öffnet, kann gemessen werden</translation>
    </message>
    <message>
        <source>Send this link to %1</source>
        <translation>Senden Sie diesen Link an %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>parallax::LogDock</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alles kopieren</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>parallax::MainWindow</name>
    <message>
        <source>Parallax</source>
        <translation>Parallax</translation>
    </message>
    <message>
        <source>Testers</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>A tester came, but nothing could be measured: %1</source>
        <translation>Ein Tester kam, aber nichts konnte gemessen werden: %1</translation>
    </message>
    <message>
        <source>1 tester</source>
        <translation>1 Tester</translation>
    </message>
    <message>
        <source>%1 testers</source>
        <translation>%1 Tester</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>capture on</source>
        <translation>Mitschnitt läuft</translation>
    </message>
    <message>
        <source>capture off</source>
        <translation>kein Mitschnitt</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>The link is in the clipboard. Send it to whom you want to measure.</source>
        <translation>Der Link ist in der Zwischenablage. Senden Sie ihn an den, den Sie messen wollen.</translation>
    </message>
    <message>
        <source>Press Stop, then Start to use the new settings.</source>
        <translation>Drücken Sie Stopp, dann Start, um die neuen Einstellungen zu verwenden.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>A tester is being measured. Quitting cuts the run short.</source>
        <translation>Ein Tester wird gerade gemessen. Beim Beenden bricht die Messung ab.</translation>
    </message>
    <message>
        <source>%1 testers are being measured. Quitting cuts their runs short.</source>
        <translation>%1 Tester werden gerade gemessen. Beim Beenden brechen ihre Messungen ab.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>A trace failed: %1</source>
        <translation>Eine Wegverfolgung ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Stored paths: %1</source>
        <translation>Gespeicherte Wege: %1</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <source>A clock client failed: %1</source>
        <translation>Ein Uhrenclient ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The clock server failed: %1</source>
        <translation>Der Uhrenserver ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Save pictures of the clocks</source>
        <translation>Bilder der Uhren speichern</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>Alle so viele Minuten</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>Ordner für die Bilder</translation>
    </message>
    <message>
        <source>A picture of the clocks was not saved, so no more are: %1</source>
        <translation>Ein Bild der Uhren wurde nicht gespeichert, deshalb folgen keine weiteren: %1</translation>
    </message>
    <message>
        <source>The TCP server failed: %1</source>
        <translation>Der TCP-Server ist gescheitert: %1</translation>
    </message>
    <message>
        <source>A CSV file has a row for each answer. Of this path, or of its older part, only the figures of minutes are kept: export it as JSON.</source>
        <translation>Eine CSV-Datei hat eine Zeile für jede Antwort. Von diesem Weg, oder seinem älteren Teil, sind nur die Werte der Minuten erhalten: als JSON exportieren.</translation>
    </message>
    <message>
        <source>A report has the mean and the last of all answers. Of this path, or of its older part, only the figures of minutes are kept.</source>
        <translation>Ein Bericht enthält das Mittel und die letzte aller Antworten. Von diesem Weg, oder seinem älteren Teil, sind nur die Werte der Minuten erhalten.</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>A copy holds every address as it was measured, your own ones too, although own addresses are hidden elsewhere.</source>
        <translation>Eine Kopie enthält jede Adresse so, wie sie gemessen wurde, auch Ihre eigenen, obwohl eigene Adressen sonst verborgen sind.</translation>
    </message>
    <message>
        <source>&amp;Save anyway…</source>
        <translation>Trotzdem &amp;speichern…</translation>
    </message>
    <message>
        <source>None of the %1 files was opened: at most %2 are opened at once.</source>
        <translation>Keine der %1 Dateien wurde geöffnet: höchstens %2 werden auf einmal geöffnet.</translation>
    </message>
    <message>
        <source>The invitation is in the list. Press Start: then it has a link to send.</source>
        <translation>Die Einladung steht in der Liste. Drücken Sie auf Start: Dann hat sie einen Link zum Verschicken.</translation>
    </message>
    <message>
        <source>A run that is still going on cannot be exported: wait for its end.</source>
        <translation>Eine laufende Messung kann nicht exportiert werden: Warten Sie ihr Ende ab.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The changed settings cannot be saved, so they are lost when Parallax ends: %1</source>
        <translation>Die geänderten Einstellungen können nicht gespeichert werden und gehen mit dem Ende von Parallax verloren: %1</translation>
    </message>
    <message>
        <source>The run is no longer shown: no picture of it was saved.</source>
        <translation>Die Messung wird nicht mehr gezeigt: Es wurde kein Bild von ihr gespeichert.</translation>
    </message>
    <message>
        <source>The invitation is in the list. It gets its link when this machine has an address.</source>
        <translation>Die Einladung steht in der Liste. Sie bekommt ihren Link, wenn dieser Rechner eine Adresse hat.</translation>
    </message>
</context>
<context>
    <name>parallax::NoticeRow</name>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>parallax::PacketAnswerModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>After, ms</source>
        <translation>Nach, ms</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
</context>
<context>
    <name>parallax::PacketFields</name>
    <message>
        <source>Fields of the packet</source>
        <translation>Felder des Pakets</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeben</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
</context>
<context>
    <name>parallax::PacketWorkbench</name>
    <message>
        <source>Packet workbench</source>
        <translation>Paketwerkbank</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>Save as &amp;pcapng…</source>
        <translation>Als &amp;pcapng speichern …</translation>
    </message>
    <message>
        <source>Bytes of the packet</source>
        <translation>Bytes des Pakets</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>This packet may do harm:</source>
        <translation>Dieses Paket kann Schaden anrichten:</translation>
    </message>
    <message>
        <source>Send a dangerous packet</source>
        <translation>Ein gefährliches Paket senden</translation>
    </message>
    <message>
        <source>Send it only where you are allowed to.</source>
        <translation>Senden Sie es nur dorthin, wo Sie es dürfen.</translation>
    </message>
    <message>
        <source>&amp;Send nevertheless</source>
        <translation>Trotzdem &amp;senden</translation>
    </message>
    <message>
        <source>Sent %1 bytes to %2; waiting for answers…</source>
        <translation>%1 Bytes an %2 gesendet; warte auf Antworten …</translation>
    </message>
    <message>
        <source>Sent: %1, answers: %2</source>
        <translation>Gesendet: %1, Antworten: %2</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Sent: %1, then: %2</source>
        <translation>Gesendet: %1, dann: %2</translation>
    </message>
</context>
<context>
    <name>parallax::PathBar</name>
    <message>
        <source>St&amp;art</source>
        <translation>Sta&amp;rt</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Host name or address to trace</source>
        <translation>Hostname oder Adresse, deren Weg verfolgt wird</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>Hostname oder Adresse</translation>
    </message>
    <message>
        <source>Kind of the probes</source>
        <translation>Art der Sonden</translation>
    </message>
    <message>
        <source>Port of the probes</source>
        <translation>Port der Sonden</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP-Version</translation>
    </message>
    <message>
        <source>IPv4 or 6</source>
        <translation>IPv4 oder 6</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>Flows, to find the branches of load-balanced hops</source>
        <translation>Flüsse, um die Zweige lastverteilter Hops zu finden</translation>
    </message>
    <message>
        <source> flows</source>
        <translation> Flüsse</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source> flow</source>
        <translation> Fluss</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Optionen…</translation>
    </message>
    <message>
        <source>&amp;Options (%1)…</source>
        <translation>&amp;Optionen (%1)…</translation>
    </message>
    <message>
        <source>Packet size, DSCP, time-out, TTLs and source of the probes</source>
        <translation>Paketgröße, DSCP, Wartezeit, TTLs und Absender der Sonden</translation>
    </message>
    <message>
        <source>Not as usual:</source>
        <translation>Nicht wie üblich:</translation>
    </message>
</context>
<context>
    <name>parallax::PathCommands</name>
    <message>
        <source>&amp;Close the tab</source>
        <translation>Registerkarte &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Reset statistics</source>
        <translation>Statistik &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Begins anew with the same target. What was stored so far stays among the stored paths.</source>
        <translation>Beginnt mit demselben Ziel von vorn. Was bisher gespeichert wurde, bleibt bei den gespeicherten Wegen.</translation>
    </message>
    <message>
        <source>Co&amp;ntinue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Sends rounds again</source>
        <translation>Sendet wieder Runden</translation>
    </message>
    <message>
        <source>Sends no more rounds until you continue: a gap, and no loss</source>
        <translation>Sendet keine Runden mehr, bis Sie fortsetzen: eine Lücke und kein Verlust</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Watched paths are not being saved at present: what was measured to %1 may be lost for good.</source>
        <translation>Beobachtete Wege werden zurzeit nicht gespeichert: Was zu %1 gemessen wurde, kann endgültig verloren gehen.</translation>
    </message>
</context>
<context>
    <name>parallax::PathDetail</name>
    <message>
        <source>Looking for %1…</source>
        <translation>Suche nach %1 …</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>path MTU %1</source>
        <translation>Pfad-MTU %1</translation>
    </message>
    <message>
        <source>figures of %1 to %2</source>
        <translation>Werte von %1 bis %2</translation>
    </message>
    <message>
        <source>older than a week: of each minute only best, median, worst and loss are kept</source>
        <translation>älter als eine Woche: von jeder Minute sind nur beste, mittlere (Median) und schlechteste Umlaufzeit und der Verlust erhalten</translation>
    </message>
    <message>
        <source>rounds %1 to %2</source>
        <translation>Runden %1 bis %2</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>%1 flows</source>
        <translation>%1 Flüsse</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 Runde</translation>
    </message>
</context>
<context>
    <name>parallax::PathEmpty</name>
    <message>
        <source>See the way to any host</source>
        <translation>Den Weg zu jedem Host sehen</translation>
    </message>
    <message>
        <source>Type a host name or an address above and press Start. The routers on the way appear within a round trip or two.</source>
        <translation>Geben Sie oben einen Hostnamen oder eine Adresse ein und drücken Sie Start. Die Router auf dem Weg erscheinen innerhalb von ein, zwei Umläufen.</translation>
    </message>
    <message>
        <source>Type a host</source>
        <translation>Host eingeben</translation>
    </message>
    <message>
        <source>Leave it running: drag over the timeline to look at a bad ten minutes; a changed route and the beginning and end of loss are noted with their times. What is watched is stored, to be opened again tomorrow.</source>
        <translation>Lassen Sie es laufen: Ziehen Sie über die Zeitachse, um zehn schlechte Minuten zu betrachten; ein geänderter Weg und Beginn und Ende von Verlust werden mit ihren Zeiten vermerkt. Was beobachtet wird, wird gespeichert und lässt sich morgen wieder öffnen.</translation>
    </message>
    <message>
        <source>Open a stored path…</source>
        <translation>Gespeicherten Weg öffnen…</translation>
    </message>
</context>
<context>
    <name>parallax::PathEventLog</name>
    <message>
        <source>Round-trip time that is worth an alert, in milliseconds</source>
        <translation>Umlaufzeit, die einen Alarm wert ist, in Millisekunden</translation>
    </message>
    <message>
        <source>Loss that is worth an alert, in per cent</source>
        <translation>Verlust, der einen Alarm wert ist, in Prozent</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Events on the path</source>
        <translation>Ereignisse auf dem Weg</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Alert when the median round trip is above</source>
        <translation>Alarm, wenn der Median der Umlaufzeit über</translation>
    </message>
    <message>
        <source>or the loss above</source>
        <translation>oder der Verlust über</translation>
    </message>
</context>
<context>
    <name>parallax::PathEventModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>parallax::PathFront</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All targets at a glance</source>
        <translation>Alle Ziele auf einen Blick</translation>
    </message>
</context>
<context>
    <name>parallax::PathModel</name>
    <message>
        <source>(own)</source>
        <translation>(eigene)</translation>
    </message>
    <message>
        <source>TTL %1</source>
        <translation>TTL %1</translation>
    </message>
    <message>
        <source>Nobody answers here. Routers may keep silent and still forward everything.</source>
        <translation>Hier antwortet niemand. Router dürfen schweigen und trotzdem alles weiterleiten.</translation>
    </message>
    <message>
        <source>%1 never left this machine: its network refused them.</source>
        <translation>%1 haben diesen Rechner nie verlassen: sein Netz hat sie abgelehnt.</translation>
    </message>
    <message>
        <source>%1 of the lost answers: it seems to limit how often it answers, and the path did not lose these.</source>
        <translation>%1 der fehlenden Antworten: Die Gegenstelle begrenzt wohl, wie oft sie antwortet, und der Weg hat diese nicht verloren.</translation>
    </message>
    <message>
        <source>Latency, 0 to %1 ms</source>
        <translation>Latenz, 0 bis %1 ms</translation>
    </message>
    <message>
        <source>Round trips in milliseconds: best %1, mean %2, last %3, worst %4</source>
        <translation>Umlaufzeiten in Millisekunden: kürzeste %1, Mittel %2, letzte %3, längste %4</translation>
    </message>
    <message>
        <source>%1; the mean or the loss is above the limit of an alert</source>
        <translation>%1; das Mittel oder der Verlust liegt über der Grenze eines Alarms</translation>
    </message>
    <message>
        <source>%1 were refused: somebody on the way says that the target cannot be reached, or that they are too large.</source>
        <translation>%1 wurden abgewiesen: unterwegs heißt es, das Ziel sei nicht erreichbar oder sie seien zu groß.</translation>
    </message>
</context>
<context>
    <name>parallax::PathOverview</name>
    <message>
        <source>All targets at a glance</source>
        <translation>Alle Ziele auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;Open its tab</source>
        <translation>Registerkarte ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>%1, beyond a limit</source>
        <translation>%1, eine Grenze ist überschritten</translation>
    </message>
    <message>
        <source>%1, unable to send</source>
        <translation>%1, kann nicht senden</translation>
    </message>
</context>
<context>
    <name>parallax::PathOverviewModel</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last [ms]</source>
        <translation>Letzte [ms]</translation>
    </message>
    <message>
        <source>Mean [ms]</source>
        <translation>Mittel [ms]</translation>
    </message>
    <message>
        <source>Loss [%]</source>
        <translation>Verlust [%]</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>Hops</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
</context>
<context>
    <name>parallax::PathPage</name>
    <message>
        <source>No host is known by the name “%1”. Check its spelling, or that this computer reaches a name server.</source>
        <translation>Unter dem Namen „%1“ ist kein Host bekannt. Prüfen Sie die Schreibweise, oder ob dieser Rechner einen Nameserver erreicht.</translation>
    </message>
    <message>
        <source>%1 was not traced: %2</source>
        <translation>%1 wurde nicht verfolgt: %2</translation>
    </message>
</context>
<context>
    <name>parallax::PathTable</name>
    <message>
        <source>Hops of the path</source>
        <translation>Hops des Wegs</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Show the &amp;whole path in the timeline</source>
        <translation>Den &amp;ganzen Weg in der Zeitachse zeigen</translation>
    </message>
    <message>
        <source>Copy as &amp;mtr report</source>
        <translation>Als &amp;mtr-Bericht kopieren</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
</context>
<context>
    <name>parallax::PathTabs</name>
    <message>
        <source>Traced hosts</source>
        <translation>Verfolgte Hosts</translation>
    </message>
    <message>
        <source>%1: running</source>
        <translation>%1: läuft</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>%1: beendet</translation>
    </message>
    <message>
        <source>%1: running, a limit is passed</source>
        <translation>%1: läuft, eine Grenze ist überschritten</translation>
    </message>
    <message>
        <source>%1: ended, a limit was passed</source>
        <translation>%1: beendet, eine Grenze war überschritten</translation>
    </message>
    <message>
        <source>looking for its address</source>
        <translation>Adresse wird gesucht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1: pausiert</translation>
    </message>
    <message>
        <source>%1: paused, a limit was passed</source>
        <translation>%1: pausiert, eine Grenze war überschritten</translation>
    </message>
    <message>
        <source>%1: paused, was unable to send</source>
        <translation>%1: pausiert, konnte nicht senden</translation>
    </message>
    <message>
        <source>%1: running, unable to send</source>
        <translation>%1: läuft, kann nicht senden</translation>
    </message>
    <message>
        <source>%1: ended, was unable to send</source>
        <translation>%1: beendet, konnte nicht senden</translation>
    </message>
</context>
<context>
    <name>parallax::PathTrouble</name>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2: %3</translation>
    </message>
</context>
<context>
    <name>parallax::PathViews</name>
    <message>
        <source>Pictures of the path</source>
        <translation>Bilder des Wegs</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Each hop</source>
        <translation>Jeder Hop</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events (%1)</source>
        <translation>Ereignisse (%1)</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>Ende zu Ende</translation>
    </message>
    <message>
        <source>Traced once: there is nothing over time</source>
        <translation>Einmal verfolgt: über die Zeit gibt es nichts zu zeigen</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>parallax::ProbeDialog</name>
    <message>
        <source>Options of the probes</source>
        <translation>Optionen der Sonden</translation>
    </message>
    <message>
        <source>For what is started from now on, and remembered for the next time.</source>
        <translation>Für alles, was von jetzt an gestartet wird; für das nächste Mal gemerkt.</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Wie üb&amp;lich</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>The whole IP packet by ICMP or UDP, never fragmented: 60 bytes by IPv4 and 80 by IPv6 as usual. A TCP SYN carries no data.</source>
        <translation>Das ganze IP-Paket mit ICMP oder UDP, nie in Fragmenten: üblich sind 60 Bytes mit IPv4 und 80 mit IPv6. Ein TCP-SYN trägt keine Daten.</translation>
    </message>
    <message>
        <source>The class that the probes ask routers for; the command line&apos;s --tos is four times its number</source>
        <translation>Die Klasse, um die die Sonden bei Routern bitten; --tos der Befehlszeile ist das Vierfache ihrer Nummer</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>An answer that comes later counts as lost</source>
        <translation>Eine spätere Antwort zählt als verloren</translation>
    </message>
    <message>
        <source>&amp;Packet size</source>
        <translation>&amp;Paketgröße</translation>
    </message>
    <message>
        <source>D&amp;SCP</source>
        <translation>D&amp;SCP</translation>
    </message>
    <message>
        <source>&amp;Time-out</source>
        <translation>&amp;Wartezeit</translation>
    </message>
    <message>
        <source>&amp;First TTL</source>
        <translation>&amp;Erste TTL</translation>
    </message>
    <message>
        <source>&amp;Largest TTL</source>
        <translation>&amp;Größte TTL</translation>
    </message>
    <message>
        <source>as the routes say</source>
        <translation>wie die Routen es sagen</translation>
    </message>
    <message>
        <source>An address of this machine, which the probes leave from</source>
        <translation>Eine Adresse dieses Rechners, von der die Sonden ausgehen</translation>
    </message>
    <message>
        <source>A network device of this machine, such as eth0</source>
        <translation>Ein Netzwerkgerät dieses Rechners, etwa eth0</translation>
    </message>
    <message>
        <source>The source must be an IP address.</source>
        <translation>Der Absender muss eine IP-Adresse sein.</translation>
    </message>
    <message>
        <source>Source &amp;address</source>
        <translation>&amp;Absenderadresse</translation>
    </message>
    <message>
        <source>&amp;Network device</source>
        <translation>&amp;Netzwerkgerät</translation>
    </message>
</context>
<context>
    <name>parallax::QrView</name>
    <message>
        <source>QR code of the link</source>
        <translation>QR-Code des Links</translation>
    </message>
</context>
<context>
    <name>parallax::SendBar</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Kopien</translation>
    </message>
    <message>
        <source>e&amp;very</source>
        <translation>&amp;alle</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;wait</source>
        <translation>&amp;warten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>parallax::SettingEditor</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Back to the default, %1</source>
        <translation>Zurück zur Vorgabe, %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Desktop&apos;s own</source>
        <translation>Wie der Desktop</translation>
    </message>
</context>
<context>
    <name>parallax::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes here take effect when Parallax is started again.</source>
        <translation>Änderungen hier wirken nach einem Neustart von Parallax.</translation>
    </message>
    <message>
        <source>Changes here take effect at the next Start.</source>
        <translation>Änderungen hier wirken beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>parallax::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>parallax::StoredPathModel</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>parallax::StoredPathsDialog</name>
    <message>
        <source>Stored paths</source>
        <translation>Gespeicherte Wege</translation>
    </message>
    <message>
        <source>Reading the store…</source>
        <translation>Die Ablage wird gelesen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>No path has been stored yet: a path that is watched round after round is stored by itself.</source>
        <translation>Noch ist kein Weg gespeichert: Ein Weg, der Runde um Runde beobachtet wird, wird von selbst gespeichert.</translation>
    </message>
    <message>
        <source>Delete a stored path</source>
        <translation>Gespeicherten Weg löschen</translation>
    </message>
    <message>
        <source>Delete what was measured to %1 from %2 to %3? It cannot be brought back.</source>
        <translation>Löschen, was zu %1 von %2 bis %3 gemessen wurde? Es lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>It is being watched: stop it first.</source>
        <translation>Er wird gerade beobachtet: Halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>&amp;Datei öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
</context>
<context>
    <name>parallax::TcpConnectionModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>Bytes ein</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Bytes aus</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>parallax::TcpServerDialog</name>
    <message>
        <source>&amp;Others may connect</source>
        <translation>&amp;Andere dürfen sich verbinden</translation>
    </message>
    <message>
        <source>&amp;Start server</source>
        <translation>Server &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Stop server</source>
        <translation>Server &amp;stoppen</translation>
    </message>
    <message>
        <source>TCP connections</source>
        <translation>TCP-Verbindungen</translation>
    </message>
    <message>
        <source>A time and echo server: the line “time” is answered with the time of this machine, every other line with itself. A few threads share all connections.</source>
        <translation>Ein Zeit- und Echo-Server: Die Zeile „time“ wird mit der Zeit dieses Rechners beantwortet, jede andere Zeile mit sich selbst. Wenige Threads teilen sich alle Verbindungen.</translation>
    </message>
    <message>
        <source>Command that connects to this server from elsewhere</source>
        <translation>Befehl, der sich von anderswo mit diesem Server verbindet</translation>
    </message>
    <message>
        <source>The command to connect is shown here while the server runs</source>
        <translation>Solange der Server läuft, steht hier der Befehl, um sich zu verbinden</translation>
    </message>
    <message>
        <source>TCP port of the time server</source>
        <translation>TCP-Port des Zeitservers</translation>
    </message>
    <message>
        <source>Listens at every address of this machine. Otherwise only programs on it may connect.</source>
        <translation>Hört auf jeder Adresse dieses Rechners. Sonst dürfen sich nur Programme auf ihm verbinden.</translation>
    </message>
    <message>
        <source>Connections and their counts</source>
        <translation>Verbindungen und ihre Zählwerte</translation>
    </message>
    <message>
        <source>TCP server runs</source>
        <translation>Der TCP-Server läuft</translation>
    </message>
    <message>
        <source>No TCP server here</source>
        <translation>Hier läuft kein TCP-Server</translation>
    </message>
    <message>
        <source>%1 open of %2 connections so far, %3 refused; %4 requests</source>
        <translation>%1 von bisher %2 Verbindungen offen, %3 abgewiesen; %4 Anfragen</translation>
    </message>
    <message>
        <source>Run this on another machine to connect to this server; HOST is an address of this machine</source>
        <translation>Auf einem anderen Rechner ausführen, um sich mit diesem Server zu verbinden; HOST steht für eine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>Run this on another machine to connect to this server</source>
        <translation>Auf einem anderen Rechner ausführen, um sich mit diesem Server zu verbinden</translation>
    </message>
</context>
<context>
    <name>parallax::TesterDetail</name>
    <message>
        <source>RTT per hop</source>
        <translation>RTT je Hop</translation>
    </message>
    <message>
        <source>Distribution of round trips, with medians [ms]</source>
        <translation>Verteilung der Umlaufzeiten, mit Medianen [ms]</translation>
    </message>
    <message>
        <source>Latency ladder</source>
        <translation>Latenzleiter</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indizien</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Distribution of round trips</source>
        <translation>Verteilung der Umlaufzeiten</translation>
    </message>
</context>
<context>
    <name>parallax::TesterModel</name>
    <message>
        <source>How much longer the browser takes to answer than what answers for it on the network</source>
        <translation>Wieviel länger der Browser zum Antworten braucht als das, was im Netz für ihn antwortet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Gap [ms]</source>
        <translation>Abstand [ms]</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>parallax::TesterTable</name>
    <message>
        <source>Testers</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Export selected</source>
        <translation>Auswahl &amp;exportieren</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;tester…</source>
        <translation>CSV, eine Zeile je &amp;Tester …</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;sample…</source>
        <translation>CSV, eine Zeile je Mess&amp;wert …</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>&amp;JSON Lines …</translation>
    </message>
    <message>
        <source>&amp;CalcuLatency JSON…</source>
        <translation>&amp;CalcuLatency-JSON …</translation>
    </message>
    <message>
        <source>E&amp;nd this run</source>
        <translation>Diese Messung been&amp;den</translation>
    </message>
</context>
<context>
    <name>parallax::TestersPage</name>
    <message>
        <source>Filter by name, address or verdict</source>
        <translation>Nach Name, Adresse oder Urteil filtern</translation>
    </message>
    <message>
        <source>Filter the testers</source>
        <translation>Tester filtern</translation>
    </message>
</context>
<context>
    <name>SeriesText</name>
    <message>
        <source>%1 to %2, median %3</source>
        <translation>%1 bis %2, Median %3</translation>
    </message>
    <message>
        <source>%1 of %2 lost</source>
        <translation>%1 von %2 verloren</translation>
    </message>
</context>
<context>
    <name>parallax::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Drag to focus on a span, double-click or Esc to leave it. Wheel or + and - to zoom, Shift and drag or arrow keys to move, Home for the whole, Return to focus on what is in view.</source>
        <translation>Ziehen, um eine Zeitspanne zu betrachten, Doppelklick oder Esc, um sie zu verlassen. Mausrad oder + und - zum Zoomen, Umschalt und Ziehen oder Pfeiltasten zum Verschieben, Pos1 für das Ganze, Eingabe, um das Sichtbare zu betrachten.</translation>
    </message>
</context>
<context>
    <name>parallax::TopBar</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>&amp;QR-Code</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Einladen …</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>The link to send; there is one for each address of this machine</source>
        <translation>Der Link zum Verschicken; es gibt einen für jede Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Show the link as a QR code, for a phone&apos;s camera</source>
        <translation>Den Link als QR-Code zeigen, für die Kamera eines Telefons</translation>
    </message>
    <message>
        <source>Make a link with a name and an end of its own</source>
        <translation>Einen Link mit eigenem Namen und Ablauf erzeugen</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses; choose the one that the tester can reach</source>
        <translation>
            <numerusform>%n Adresse; wählen Sie die, die der Tester erreicht</numerusform>
            <numerusform>%n Adressen; wählen Sie die, die der Tester erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Link revoked</source>
        <translation>Link widerrufen</translation>
    </message>
</context>
<context>
    <name>parallax::VerdictBanner</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>zu %1 sicher</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>The first answers are on their way.</source>
        <translation>Die ersten Antworten sind unterwegs.</translation>
    </message>
    <message>
        <source>What would settle it:</source>
        <translation>Was die Sache klären würde:</translation>
    </message>
</context>
<context>
    <name>parallax::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;tester…</source>
        <translation>CSV, eine Zeile je &amp;Tester …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;sample…</source>
        <translation>CSV, eine Zeile je Mess&amp;wert …</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>&amp;JSON Lines …</translation>
    </message>
    <message>
        <source>&amp;CalcuLatency JSON…</source>
        <translation>&amp;CalcuLatency-JSON …</translation>
    </message>
    <message>
        <source>&amp;Save chart as PNG or SVG</source>
        <translation>Bild als PNG oder SVG &amp;speichern</translation>
    </message>
    <message>
        <source>Latency &amp;ladder…</source>
        <translation>Latenz&amp;leiter …</translation>
    </message>
    <message>
        <source>RTT per &amp;hop…</source>
        <translation>RTT je &amp;Hop …</translation>
    </message>
    <message>
        <source>&amp;Distribution…</source>
        <translation>&amp;Verteilung …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Copy the &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Find a tester</source>
        <translation>Tester &amp;finden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>Du&amp;nkel</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>St&amp;art</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;Try the link on this computer</source>
        <translation>Link auf diesem Computer &amp;probieren</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Einladen …</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>I&amp;nvitations…</source>
        <translation>Ei&amp;nladungen …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;How to read the pictures</source>
        <translation>&amp;So liest man die Bilder</translation>
    </message>
    <message>
        <source>&amp;About Parallax</source>
        <translation>&amp;Über Parallax</translation>
    </message>
    <message>
        <source>Export the &amp;path</source>
        <translation>Den &amp;Weg exportieren</translation>
    </message>
    <message>
        <source>&amp;CSV, a row for each answer…</source>
        <translation>&amp;CSV, eine Zeile je Antwort …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON …</translation>
    </message>
    <message>
        <source>&amp;Timeline as PNG or SVG…</source>
        <translation>&amp;Zeitachse als PNG oder SVG …</translation>
    </message>
    <message>
        <source>&amp;Each hop as PNG or SVG…</source>
        <translation>Jeden H&amp;op als PNG oder SVG …</translation>
    </message>
    <message>
        <source>&amp;Map as PNG or SVG…</source>
        <translation>&amp;Karte als PNG oder SVG …</translation>
    </message>
    <message>
        <source>&amp;Hide own addresses of the path</source>
        <translation>Eigene Adressen des Wegs &amp;verbergen</translation>
    </message>
    <message>
        <source>T&amp;race a host</source>
        <translation>Weg zu einem Host &amp;verfolgen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Open a stored path…</source>
        <translation>&amp;Gespeicherten Weg öffnen…</translation>
    </message>
    <message>
        <source>Export the &amp;clocks</source>
        <translation>&amp;Uhren exportieren</translation>
    </message>
    <message>
        <source>C&amp;urves as PNG or SVG…</source>
        <translation>&amp;Kurven als PNG oder SVG…</translation>
    </message>
    <message>
        <source>&amp;Distribution as PNG or SVG…</source>
        <translation>&amp;Verteilung als PNG oder SVG…</translation>
    </message>
    <message>
        <source>&amp;Save both every few minutes…</source>
        <translation>Beide alle paar Minuten &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Packet workbench…</source>
        <translation>Pa&amp;ketwerkbank …</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
</context>
<context>
    <name>parallax::WorldMap</name>
    <message>
        <source>Map of the path</source>
        <translation>Karte des Wegs</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1: %2</translation>
    </message>
    <message>
        <source>%1 km from the hop before: light in vacuum needs longer than this answer took.</source>
        <translation>%1 km vom Hop davor: Licht im Vakuum braucht länger, als diese Antwort dauerte.</translation>
    </message>
    <message>
        <source>Wheel or + and - to zoom, drag or arrow keys to move, double-click or Home for all.</source>
        <translation>Mausrad oder + und - zum Zoomen, Ziehen oder Pfeiltasten zum Verschieben, Doppelklick oder Pos1 für alles.</translation>
    </message>
    <message>
        <source>No hop&apos;s place is known. scripts/fetch-geo.sh --cities fetches a file that knows some; then start Parallax again. Nothing is asked of the network while you trace.</source>
        <translation>Von keinem Hop ist der Ort bekannt. scripts/fetch-geo.sh --cities holt eine Datei, die manche kennt; danach Parallax neu starten. Während des Verfolgens wird nichts im Netz erfragt.</translation>
    </message>
</context>
</TS>
