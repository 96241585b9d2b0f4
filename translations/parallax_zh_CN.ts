<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BrowserName</name>
    <message>
        <source>%1 on %2</source>
        <comment>browser on system</comment>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 of %2, minimum %3, median %4</source>
        <translation>%1/%2，最小 %3，中位数 %4</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>reached the endpoint</source>
        <translation>已到达端点</translation>
    </message>
    <message>
        <source>stopped at the largest TTL</source>
        <translation>在最大 TTL 处停止</translation>
    </message>
    <message>
        <source>stopped where nothing answered</source>
        <translation>在无应答处停止</translation>
    </message>
    <message>
        <source>cut short, the connection closed</source>
        <translation>被中断，连接已关闭</translation>
    </message>
    <message>
        <source>TCP handshake</source>
        <translation>TCP 握手</translation>
    </message>
    <message>
        <source>TCP minimum</source>
        <translation>TCP 最小值</translation>
    </message>
    <message>
        <source>Segment size (MSS)</source>
        <translation>报文段大小 (MSS)</translation>
    </message>
    <message>
        <source>Window scale</source>
        <translation>窗口缩放</translation>
    </message>
    <message>
        <source>SACK</source>
        <translation>SACK</translation>
    </message>
    <message>
        <source>TCP timestamps</source>
        <translation>TCP 时间戳</translation>
    </message>
    <message>
        <source>TTL on arrival</source>
        <translation>到达时的 TTL</translation>
    </message>
    <message>
        <source>SYN options</source>
        <translation>SYN 选项</translation>
    </message>
    <message>
        <source>Text pings</source>
        <translation>文本 ping</translation>
    </message>
    <message>
        <source>Control pings</source>
        <translation>控制 ping</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>路径追踪</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>by the kernel, at the packet</source>
        <translation>由内核在数据包处打上</translation>
    </message>
    <message>
        <source>by this program, at the socket</source>
        <translation>由本程序在套接字处打上</translation>
    </message>
    <message>
        <source>The classic rule says</source>
        <translation>经典规则的判断</translation>
    </message>
    <message>
        <source>CalcuLatency label</source>
        <translation>CalcuLatency 标签</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Page hidden</source>
        <translation>页面被隐藏</translation>
    </message>
    <message>
        <source>yes, so its answers may be late</source>
        <translation>是，因此应答可能偏晚</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>How to read the pictures</source>
        <translation>如何看图</translation>
    </message>
    <message>
        <source>The ladder shows how long an answer takes from each place on the way: the routers, what ends the TCP connection, and the browser. All start at zero, so a jump is where time is spent.</source>
        <translation>阶梯图显示沿途每一处应答所需的时间：各路由器、终止 TCP 连接的一方以及浏览器。所有条形都从零开始，因此跳变处就是耗时之处。</translation>
    </message>
    <message>
        <source>Direct: the browser answers as fast as what ends its connection, and the path leads there in small steps.</source>
        <translation>直连：浏览器的应答与终止其连接的一方一样快，路径以小步到达那里。</translation>
    </message>
    <message>
        <source>Proxy: something near ends the TCP connection and the browser is much further. The browser&apos;s bar has a jump.</source>
        <translation>代理：近处有设备终止了 TCP 连接，而浏览器远得多。浏览器的条形有跳变。</translation>
    </message>
    <message>
        <source>Tunnel: a VPN carries the packets onward. The endpoint&apos;s bar has a jump behind the last router, and the browser is where the endpoint is.</source>
        <translation>隧道：VPN 把数据包继续送往别处。端点的条形在最后一个路由器之后有跳变，浏览器就在端点处。</translation>
    </message>
    <message>
        <source>Inconclusive: the measurement allows no honest answer. The banner says what would settle it.</source>
        <translation>无法判定：测量结果不足以给出可靠的答案。横幅会说明怎样才能得出结论。</translation>
    </message>
    <message>
        <source>A thin line behind a bar reaches to the round trip that 95 % of the answers stayed within. Point at a bar or a hop for its numbers.</source>
        <translation>条形后的细线延伸到 95% 的应答都未超过的往返时间。指向条形或某一跳可查看其数值。</translation>
    </message>
    <message>
        <source>About Parallax</source>
        <translation>关于 Parallax</translation>
    </message>
    <message>
        <source>Network latency forensics: looks at one connection from two places and shows what lies between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>网络时延取证：从两处观察同一条连接，显示其间有什么。

自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Endpoint (TCP)</source>
        <translation>端点 (TCP)</translation>
    </message>
    <message>
        <source>Browser (WebSocket)</source>
        <translation>浏览器 (WebSocket)</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>往返时间 [ms]</translation>
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
        <translation>地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Loss [%]</source>
        <translation>丢包 [%]</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Dev.</source>
        <translation>标准差</translation>
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
        <translation>返回</translation>
    </message>
    <message>
        <source>Routers from here; the packet&apos;s time to live</source>
        <translation>从本机数起的路由器数；数据包的生存时间</translation>
    </message>
    <message>
        <source>Autonomous system that announces the address</source>
        <translation>通告该地址的自治系统</translation>
    </message>
    <message>
        <source>Probes without an answer. Loss at one hop alone is that router keeping silent.</source>
        <translation>没有应答的探测包。仅某一跳丢包表示该路由器不应答。</translation>
    </message>
    <message>
        <source>Round-trip time in milliseconds</source>
        <translation>往返时间（毫秒）</translation>
    </message>
    <message>
        <source>Standard deviation of the round-trip time in milliseconds</source>
        <translation>往返时间的标准差（毫秒）</translation>
    </message>
    <message>
        <source>Mean difference of successive round-trip times in milliseconds (RFC 3393)</source>
        <translation>相邻往返时间之差的平均值（毫秒，RFC 3393）</translation>
    </message>
    <message>
        <source>The packet&apos;s marks as this hop received it</source>
        <translation>该跳收到数据包时的标记</translation>
    </message>
    <message>
        <source>Labels that the packet carried there</source>
        <translation>数据包在该处携带的标签</translation>
    </message>
    <message>
        <source>An address translator stands before this hop</source>
        <translation>该跳之前有地址转换设备</translation>
    </message>
    <message>
        <source>Largest packet that the next link takes, in bytes</source>
        <translation>下一段链路可接受的最大数据包（字节）</translation>
    </message>
    <message>
        <source>Routers on the way back, from the answer&apos;s time to live</source>
        <translation>返回路径上的路由器数，由应答的生存时间推算</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>From the best to the worst round trip, on one scale for all hops. The disc is the mean, a triangle if it or the loss is above the limit of an alert; the stroke is the last one.</source>
        <translation>从最短到最长的往返时间，所有跳共用一个刻度。圆点为平均值，平均值或丢包率高于警报限值时为三角形；竖线为最近一次。</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>ProbeDialog</name>
    <message>
        <source>packets of %1 bytes</source>
        <translation>数据包 %1 字节</translation>
    </message>
    <message>
        <source>answers are awaited for %1 s</source>
        <translation>等待应答 %1 秒</translation>
    </message>
    <message>
        <source>first TTL %1</source>
        <translation>起始 TTL %1</translation>
    </message>
    <message>
        <source>largest TTL %1</source>
        <translation>最大 TTL %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>源地址 %1</translation>
    </message>
    <message>
        <source>by the device %1</source>
        <translation>经由设备 %1</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>地址已被占用</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>该地址不属于本机</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>不支持该 IP 版本</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>主机不可达</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Network is down</source>
        <translation>网络已关闭</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No buffer space available</source>
        <translation>没有可用的缓冲区空间</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>没有该设备</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或目录</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>%1 has at most 40 bytes</source>
        <translation>%1 最多 40 字节</translation>
    </message>
    <message>
        <source>payload: a packet has at most 65535 bytes</source>
        <translation>payload：数据包最多 65535 字节</translation>
    </message>
    <message>
        <source>ip.source is of another IP version than ip.target</source>
        <translation>ip.source 与 ip.target 的 IP 版本不同</translation>
    </message>
    <message>
        <source>the number of packets must be from %1 to %2</source>
        <translation>数据包数量必须在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>the milliseconds between packets must be from %1 to %2</source>
        <translation>数据包间隔的毫秒数必须在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>the milliseconds to wait for answers must be from %1 to %2</source>
        <translation>等待应答的毫秒数必须在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>%1 必须是 %2 到 %3 的整数，而不是“%4”</translation>
    </message>
    <message>
        <source>%1 must be true or false, not &quot;%2&quot;</source>
        <translation>%1 必须是 true 或 false，而不是“%2”</translation>
    </message>
    <message>
        <source>%1 must be en, de or zh_CN, not &quot;%2&quot;</source>
        <translation>%1 必须是 en、de 或 zh_CN，而不是“%2”</translation>
    </message>
    <message>
        <source>Another program already uses port %1; stop it or choose another port.</source>
        <translation>另一个程序已在使用端口 %1；请结束它或选择其他端口。</translation>
    </message>
    <message>
        <source>The address to listen on is none of this machine&apos;s.</source>
        <translation>要监听的地址不是本机的地址。</translation>
    </message>
    <message>
        <source>Listening on port %1 is not permitted; choose one above 1023.</source>
        <translation>不允许在端口 %1 监听；请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>Cannot listen on port %1: %2.</source>
        <translation>无法在端口 %1 监听：%2。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The loopback interface does not work: %1</source>
        <translation>环回接口不工作：%1</translation>
    </message>
    <message>
        <source>This Qt has no TLS; install the OpenSSL library.</source>
        <translation>此 Qt 不支持 TLS；请安装 OpenSSL 库。</translation>
    </message>
    <message>
        <source>There is no PEM certificate in %1.</source>
        <translation>%1 中没有 PEM 证书。</translation>
    </message>
    <message>
        <source>There is no unencrypted PEM key in %1.</source>
        <translation>%1 中没有未加密的 PEM 密钥。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used: %3</source>
        <translation>%1 和 %2 无法使用：%3</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>this path is older than a week: of its rounds only the figures of minutes are left. Export it as JSON</source>
        <translation>此路径已超过一周：其各轮次只剩每分钟的数值。请将其导出为 JSON</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>a packet is under way</source>
        <translation>有数据包正在发送中</translation>
    </message>
    <message>
        <source>this packet needs a confirmation of %1</source>
        <translation>此数据包需要确认 %1</translation>
    </message>
    <message>
        <source>the confirmation is for another packet, this one needs none</source>
        <translation>该确认针对另一个数据包，此数据包不需要确认</translation>
    </message>
    <message>
        <source>no route to %1: give ip.source</source>
        <translation>没有到 %1 的路由：请给出 ip.source</translation>
    </message>
    <message>
        <source>this machine has no IPv6</source>
        <translation>本机没有 IPv6</translation>
    </message>
    <message>
        <source>no packet is watched</source>
        <translation>没有正在观察的数据包</translation>
    </message>
    <message>
        <source>no route to %1: %2</source>
        <translation>没有到 %1 的路由：%2</translation>
    </message>
    <message>
        <source>%1 is a broadcast address, not one host</source>
        <translation>%1 是广播地址，而不是单个主机</translation>
    </message>
    <message>
        <source>a packet of %1 bytes is larger than the link&apos;s MTU, and is never fragmented</source>
        <translation>%1 字节的数据包大于链路的 MTU，并且从不分片</translation>
    </message>
    <message>
        <source>this machine refuses to send to %1, as a rule of its firewall may</source>
        <translation>本机拒绝向 %1 发送，可能是由于其防火墙的规则</translation>
    </message>
    <message>
        <source>sending to %1: %2</source>
        <translation>向 %1 发送：%2</translation>
    </message>
    <message>
        <source>opening a raw socket: %1</source>
        <translation>打开原始套接字：%1</translation>
    </message>
    <message>
        <source>asking for the link&apos;s MTU: %1</source>
        <translation>查询链路的 MTU：%1</translation>
    </message>
    <message>
        <source>asking for time stamps: %1</source>
        <translation>请求时间戳：%1</translation>
    </message>
    <message>
        <source>setting a socket&apos;s filter: %1</source>
        <translation>设置套接字的过滤器：%1</translation>
    </message>
    <message>
        <source>allowing broadcasts: %1</source>
        <translation>允许广播：%1</translation>
    </message>
    <message>
        <source>the tester answered none of the pings</source>
        <translation>测试者没有回答任何 ping</translation>
    </message>
    <message>
        <source>the run was ended here before the tester answered a single ping</source>
        <translation>在测试者回答任何 ping 之前，本次测量已在此处被结束</translation>
    </message>
    <message>
        <source>the tester left before it answered a single ping</source>
        <translation>测试者在回答任何 ping 之前就离开了</translation>
    </message>
    <message>
        <source>the store %1 is read-only</source>
        <translation>存储 %1 是只读的</translation>
    </message>
    <message>
        <source>the store %1 cannot be opened: look at its path and permissions</source>
        <translation>无法打开存储 %1：请检查其路径和权限</translation>
    </message>
    <message>
        <source>the disk that holds the store %1 is full</source>
        <translation>存储 %1 所在的磁盘已满</translation>
    </message>
    <message>
        <source>%1 is not a store of Parallax: it is no SQLite file</source>
        <translation>%1 不是 Parallax 的存储：它不是 SQLite 文件</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 已损坏</translation>
    </message>
    <message>
        <source>the store %1 is damaged; move it away to start a new one</source>
        <translation>存储 %1 已损坏；请将其移走以启用新的存储</translation>
    </message>
    <message>
        <source>the store %1 is in use by another program</source>
        <translation>存储 %1 正被另一个程序使用</translation>
    </message>
    <message>
        <source>the store %1 cannot be used: %2</source>
        <translation>存储 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing: install libqt6sql6-sqlite</source>
        <translation>缺少 Qt 的 SQLite 驱动：请安装 libqt6sql6-sqlite</translation>
    </message>
    <message>
        <source>this path is no longer in the store</source>
        <translation>此路径已不在存储中</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 不是文件</translation>
    </message>
    <message>
        <source>%1 is the own store, whose paths are in the list</source>
        <translation>%1 是自己的存储，其中的路径已在列表中</translation>
    </message>
    <message>
        <source>%1 is larger than any path: more than %2 MiB</source>
        <translation>%1 比任何路径都大：超过 %2 MiB</translation>
    </message>
    <message>
        <source>%1 is in use, or was not closed: save a copy of the path there</source>
        <translation>%1 正在使用，或未正常关闭：请在那里保存路径的副本</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 was not written by Parallax: its tables are others</source>
        <translation>%1 不是由 Parallax 写入的：其中的表不同</translation>
    </message>
    <message>
        <source>no temporary folder can be made: %1</source>
        <translation>无法创建临时文件夹：%1</translation>
    </message>
    <message>
        <source>the stored path to %1 is damaged</source>
        <translation>到 %1 的已保存路径已损坏</translation>
    </message>
    <message>
        <source>%1 holds no path</source>
        <translation>%1 中没有路径</translation>
    </message>
    <message>
        <source>%1 holds several paths: it is a whole store. Save a copy of one path there</source>
        <translation>%1 含有多条路径：它是一个完整的存储。请在那里为其中一条路径保存副本</translation>
    </message>
    <message>
        <source>the store lost a path that it had just written</source>
        <translation>存储丢失了刚刚写入的路径</translation>
    </message>
    <message>
        <source>%1 is not a store of Parallax: another program&apos;s database is in it</source>
        <translation>%1 不是 Parallax 的存储：其中是另一个程序的数据库</translation>
    </message>
    <message>
        <source>the store %1 was written by a newer Parallax (schema %2, this one knows %3): update Parallax or choose another store</source>
        <translation>存储 %1 由更新版本的 Parallax 写入（架构 %2，当前版本支持 %3）：请更新 Parallax 或选择其他存储</translation>
    </message>
    <message>
        <source>the store %1 has an older schema: open it once with the window or with serve</source>
        <translation>存储 %1 的架构较旧：请用窗口或 serve 打开一次</translation>
    </message>
    <message>
        <source>%1 holds no path that this Parallax can read: its schema is %2 instead of %3</source>
        <translation>%1 中没有此版 Parallax 能读取的路径：其架构是 %2 而不是 %3</translation>
    </message>
    <message>
        <source>the store&apos;s folder %1 cannot be made</source>
        <translation>无法创建存储的文件夹 %1</translation>
    </message>
    <message>
        <source>the store %1 cannot be made: %2</source>
        <translation>无法创建存储 %1：%2</translation>
    </message>
    <message>
        <source>stores on a database server are not built in yet: give the path of a file instead of a URL</source>
        <translation>尚不支持数据库服务器上的存储：请给出文件路径而不是 URL</translation>
    </message>
    <message>
        <source>there is no store at %1</source>
        <translation>%1 处没有存储</translation>
    </message>
    <message>
        <source>%1 is the store itself: choose another file</source>
        <translation>%1 就是存储本身：请选择其他文件</translation>
    </message>
    <message>
        <source>%1: a link-local address of IPv6 cannot be asked</source>
        <translation>%1：无法查询 IPv6 链路本地地址</translation>
    </message>
    <message>
        <source>%1 has no address</source>
        <translation>%1 没有地址</translation>
    </message>
    <message>
        <source>interrupted before the host&apos;s address was known</source>
        <translation>在得知主机地址之前已中断</translation>
    </message>
    <message>
        <source>The bound address is already in use</source>
        <translation>该地址已被占用</translation>
    </message>
    <message>
        <source>Another socket is already listening on the same port</source>
        <translation>另一个套接字已在监听同一端口</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>该地址不可用</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>该地址受保护</translation>
    </message>
    <message>
        <source>opening a UDP socket: %1</source>
        <translation>打开 UDP 套接字：%1</translation>
    </message>
    <message>
        <source>listening on %1: %2</source>
        <translation>在 %1 监听：%2</translation>
    </message>
    <message>
        <source>reaching %1: %2</source>
        <translation>连接 %1：%2</translation>
    </message>
    <message>
        <source>sending: %1</source>
        <translation>发送：%1</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>它没有地址</translation>
    </message>
    <message>
        <source>too many names are being looked up</source>
        <translation>正在查询的名称过多</translation>
    </message>
    <message>
        <source>%1 is an address on %2, not on %3</source>
        <translation>%1 是 %2 上的地址，而不是 %3 上的</translation>
    </message>
    <message>
        <source>%1: no address of the wanted IP version</source>
        <translation>%1：没有所需 IP 版本的地址</translation>
    </message>
    <message>
        <source>there is no network device called %1</source>
        <translation>没有名为 %1 的网络设备</translation>
    </message>
    <message>
        <source>%1 is an address of one link: name its device, as in %1%eth0</source>
        <translation>%1 是仅在单条链路上有效的地址：请指明其设备，例如 %1%eth0</translation>
    </message>
    <message>
        <source>%1 is no address of this machine</source>
        <translation>%1 不是本机的地址</translation>
    </message>
    <message>
        <source>%1: not the address of one host</source>
        <translation>%1：不是单个主机的地址</translation>
    </message>
    <message>
        <source>%1 is of another IP version than %2</source>
        <translation>%1 与 %2 的 IP 版本不同</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>名称未知</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>域名解析暂时失败</translation>
    </message>
    <message>
        <source>No address associated with hostname</source>
        <translation>该主机名没有对应的地址</translation>
    </message>
    <message>
        <source>Non-recoverable failure in name resolution</source>
        <translation>域名解析失败且无法恢复</translation>
    </message>
    <message>
        <source>the export was interrupted</source>
        <translation>导出已被中断</translation>
    </message>
    <message>
        <source>this path is being watched: stop it first</source>
        <translation>该路径正在被监视：请先停止</translation>
    </message>
</context>
<context>
    <name>SaveDialogs</name>
    <message>
        <source>Export testers</source>
        <translation>导出测试者</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>导出样本</translation>
    </message>
    <message>
        <source>Export reports</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Export the path</source>
        <translation>导出路径</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the clocks</source>
        <translation>导出时钟</translation>
    </message>
    <message>
        <source>Save packets</source>
        <translation>保存数据包</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>Path of Parallax (*.parallax)</source>
        <translation>Parallax 路径 (*.parallax)</translation>
    </message>
    <message>
        <source>Save a copy of the path</source>
        <translation>保存路径副本</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a path from a file</source>
        <translation>从文件打开路径</translation>
    </message>
</context>
<context>
    <name>SettingRules</name>
    <message>
        <source>This is not an IPv4 or IPv6 address.</source>
        <translation>这不是 IPv4 或 IPv6 地址。</translation>
    </message>
    <message>
        <source>An address as in http://example.org:8081 is needed.</source>
        <translation>需要形如 http://example.org:8081 的地址。</translation>
    </message>
    <message>
        <source>An address as in ws://example.org:8080 is needed.</source>
        <translation>需要形如 ws://example.org:8080 的地址。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>The certificate needs its key.</source>
        <translation>证书需要对应的密钥。</translation>
    </message>
    <message>
        <source>The key needs its certificate.</source>
        <translation>密钥需要对应的证书。</translation>
    </message>
    <message>
        <source>The page and the WebSocket need different ports.</source>
        <translation>页面和 WebSocket 需要不同的端口。</translation>
    </message>
    <message>
        <source>This is no table of fingerprints: %1</source>
        <translation>这不是特征表：%1</translation>
    </message>
    <message>
        <source>A page of https needs an address as in wss://example.org.</source>
        <translation>https 页面需要形如 wss://example.org 的地址。</translation>
    </message>
    <message>
        <source>16 to 128 letters, digits or - _ are needed.</source>
        <translation>需要 16 到 128 个字母、数字或 - _。</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Parallax cannot start.</source>
        <translation>Parallax 无法启动。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>least to most [ms]</source>
        <translation>最小到最大 [ms]</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>route changed</source>
        <translation>路由改变</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement of the same message: browser and TCP end are in the same place.</source>
        <translation>对同一条消息，浏览器的应答比 TCP 确认晚 %1：浏览器与 TCP 终点在同一处。</translation>
    </message>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement of the same message: what ends the TCP connection is not the browser.</source>
        <translation>对同一条消息，浏览器的应答比 TCP 确认晚 %1：终止 TCP 连接的不是浏览器。</translation>
    </message>
    <message>
        <source>The browser&apos;s answer comes %1 after the TCP acknowledgement, but this varies too much from message to message to speak for a distance.</source>
        <translation>浏览器的应答比 TCP 确认晚 %1，但各条消息间波动太大，不能说明存在距离。</translation>
    </message>
    <message>
        <source>At its quickest the browser is %1 further than the host that ends the TCP connection; below %2 they count as one place.</source>
        <translation>最快时，浏览器比终止 TCP 连接的主机远 %1；低于 %2 视为同一处。</translation>
    </message>
    <message>
        <source>Even at its quickest the browser is %1 further than the host that ends the TCP connection; above %2 they count as two places.</source>
        <translation>即使最快时，浏览器也比终止 TCP 连接的主机远 %1；高于 %2 视为两处。</translation>
    </message>
    <message>
        <source>At its quickest the browser is %1 further than the host that ends the TCP connection, too near the limit of %2 to say whether they are one place.</source>
        <translation>最快时，浏览器比终止 TCP 连接的主机远 %1，太接近 %2 的界限，无法判断两者是否在同一处。</translation>
    </message>
    <message>
        <source>Control pings return %1 before text messages: something in front of the page answers them.</source>
        <translation>控制 ping 比文本消息早 %1 返回：页面之前有别的东西应答了它们。</translation>
    </message>
    <message>
        <source>Control pings and text messages differ by %1, within what the samples vary anyway.</source>
        <translation>控制 ping 与文本消息相差 %1，仍在样本自身的波动之内。</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, takes %1: no jump.</source>
        <translation>路径的最后一步（到 TCP 连接终点）用时 %1：没有跳变。</translation>
    </message>
    <message>
        <source>Behind the first hop that shows the tester&apos;s own address the path jumps by %1: something there carries the packets onward.</source>
        <translation>在首个显示测试者自身地址的跳之后，路径跳变了 %1：那里有设备把数据包继续送往别处。</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, jumps by %1; no hop before it shows the tester&apos;s own address.</source>
        <translation>路径的最后一步（到 TCP 连接终点）跳变了 %1；此前没有任何一跳显示测试者自身的地址。</translation>
    </message>
    <message>
        <source>The last step of the path, to the end of the TCP connection, takes %1, but this varies too much to speak for a jump.</source>
        <translation>路径的最后一步（到 TCP 连接终点）用时 %1，但波动太大，不能说明存在跳变。</translation>
    </message>
    <message>
        <source>No router on the path answered, so a jump before its end would not show.</source>
        <translation>路径上没有路由器应答，因此终点之前即使有跳变也看不出来。</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1, as a plain Ethernet line does: nothing takes room for headers of its own.</source>
        <translation>连接的首个数据包提供 %1 的报文段，与普通以太网线路相同：没有任何东西占用空间放置自己的头部。</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: something on the way takes room for headers of its own.</source>
        <translation>连接的首个数据包提供 %1 的报文段，而普通以太网为 %2：途中有东西占用空间放置自己的头部。</translation>
    </message>
    <message>
        <source>The probes reached the end of the TCP connection itself, at hop %1.</source>
        <translation>探测到达了 TCP 连接的终点本身，位于第 %1 跳。</translation>
    </message>
    <message>
        <source>The probes were last answered at hop %1; the end of the TCP connection did not answer them.</source>
        <translation>探测最后在第 %1 跳得到应答；TCP 连接的终点没有应答。</translation>
    </message>
    <message>
        <source>No router on the path answered a probe.</source>
        <translation>路径上没有路由器应答探测。</translation>
    </message>
    <message>
        <source>The TCP handshake took %1, later exchanges at least %2.</source>
        <translation>TCP 握手用时 %1，之后的往返至少 %2。</translation>
    </message>
    <message>
        <source>A reverse proxy at this end forwards the connection: only the stretch to it was measured, nothing about the tester&apos;s side.</source>
        <translation>本端的反向代理转发了此连接：只测到了到它为止的一段，对测试者一侧一无所知。</translation>
    </message>
    <message>
        <source>The connection comes from this machine itself.</source>
        <translation>连接来自本机自身。</translation>
    </message>
    <message>
        <source>Gap WebSocket − TCP</source>
        <translation>差值 WebSocket − TCP</translation>
    </message>
    <message>
        <source>A busy computer, a page in a hidden tab or a phone that saves power answers late and looks like a distance; delayed acknowledgements make TCP look slow and hide a gap; a security program or a satellite link&apos;s accelerator ends TCP without being a proxy to anybody.</source>
        <translation>繁忙的电脑、隐藏标签页中的页面或省电中的手机应答较晚，看起来像距离；延迟确认让 TCP 显得慢而掩盖差值；安全软件或卫星链路加速器会终止 TCP，却并不是谁的代理。</translation>
    </message>
    <message>
        <source>Gap WebSocket − endpoint</source>
        <translation>差值 WebSocket − 端点</translation>
    </message>
    <message>
        <source>A busy computer or a hidden tab answers late; a carrier&apos;s TCP optimiser on a mobile network answers in the tester&apos;s place; a proxy close to the browser leaves no gap.</source>
        <translation>繁忙的电脑或隐藏的标签页应答较晚；移动网络运营商的 TCP 优化器会代测试者应答；紧邻浏览器的代理不会留下差值。</translation>
    </message>
    <message>
        <source>Gap text − control ping</source>
        <translation>差值 文本 − 控制 ping</translation>
    </message>
    <message>
        <source>The browser answers control pings outside the page, so a busy or hidden page alone makes text messages slower.</source>
        <translation>浏览器在页面之外应答控制 ping，因此仅仅页面繁忙或被隐藏就会使文本消息变慢。</translation>
    </message>
    <message>
        <source>Last step of the path</source>
        <translation>路径的最后一步</translation>
    </message>
    <message>
        <source>Mobile radio, satellite and loaded access lines jump like a tunnel; a carrier NAT shows the tester&apos;s address far from the tester; routers that answer late or not at all hide a jump.</source>
        <translation>移动无线、卫星和满载的接入线路也会像隧道一样跳变；运营商 NAT 会在远离测试者处显示其地址；应答迟缓或不应答的路由器会掩盖跳变。</translation>
    </message>
    <message>
        <source>Segment size in the SYN</source>
        <translation>SYN 中的报文段大小</translation>
    </message>
    <message>
        <source>PPPoE lines (1452, or 1492 as packet size), IPv6 (1440) and mobile networks have smaller segments without a VPN; some VPN exits rewrite the size to 1460.</source>
        <translation>PPPoE 线路（1452，按包长为 1492）、IPv6（1440）和移动网络即使没有 VPN，报文段也较小；有些 VPN 出口会把大小改写为 1460。</translation>
    </message>
    <message>
        <source>Reach of the trace</source>
        <translation>追踪所及范围</translation>
    </message>
    <message>
        <source>Firewalls drop probes and routers limit their answers, so a trace that stops short says nothing against the tester; a proxy answers as the end of the connection.</source>
        <translation>防火墙会丢弃探测，路由器会限制应答，因此追踪提前停止并不说明测试者有问题；代理会以连接终点的身份应答。</translation>
    </message>
    <message>
        <source>TCP handshake</source>
        <translation>TCP 握手</translation>
    </message>
    <message>
        <source>One sample only: a lost packet, a radio that wakes up or a loaded client makes it long.</source>
        <translation>只有一个样本：丢包、无线唤醒或客户端繁忙都会使其变长。</translation>
    </message>
    <message>
        <source>Reverse proxy at this end</source>
        <translation>本端的反向代理</translation>
    </message>
    <message>
        <source>Forwarding headers are believed only from this machine and from the trusted proxy; a program on this machine could forge them.</source>
        <translation>只采信来自本机和受信任代理的转发头；本机上的程序可能伪造它们。</translation>
    </message>
    <message>
        <source>Tester on this machine</source>
        <translation>测试者在本机</translation>
    </message>
    <message>
        <source>A relay on this machine, such as an SSH forward, has this address too; the other evidence tells them apart.</source>
        <translation>本机上的中继（如 SSH 转发）也是这个地址；其他证据可以区分两者。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Nothing is known about the path, so a tunnel would not show.</source>
        <translation>对路径一无所知，因此即使有隧道也看不出来。</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program: end it or choose another port.</source>
        <translation>端口 %1 被另一个程序占用：请结束该程序或换一个端口。</translation>
    </message>
    <message>
        <source>This machine cannot listen on the address %1: choose one of its own.</source>
        <translation>本机无法监听地址 %1：请选择本机自己的地址。</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used: %1</source>
        <translation>证书或其密钥无法使用：%1</translation>
    </message>
    <message>
        <source>Some saved runs are damaged and were left out: %1</source>
        <translation>部分已保存的测量已损坏并被略过：%1</translation>
    </message>
    <message>
        <source>Capturing packets stopped: %1</source>
        <translation>抓包已停止：%1</translation>
    </message>
    <message>
        <source>Packets are captured again. %1</source>
        <translation>抓包已恢复。%1</translation>
    </message>
    <message>
        <source>A tester was turned away: all places are taken (max-testers: %1).</source>
        <translation>一位测试者被拒绝：名额已满（max-testers：%1）。</translation>
    </message>
    <message>
        <source>Measure again with more pings.</source>
        <translation>用更多 ping 重新测量。</translation>
    </message>
    <message>
        <source>Measure again while the tester&apos;s computer and line are quiet.</source>
        <translation>在测试者的电脑和线路空闲时重新测量。</translation>
    </message>
    <message>
        <source>Run Parallax with the right to capture packets and send probes.</source>
        <translation>以抓包和发送探测的权限运行 Parallax。</translation>
    </message>
    <message>
        <source>Let the tester measure again from another network, wired if possible.</source>
        <translation>让测试者换一个网络重新测量，最好使用有线网络。</translation>
    </message>
    <message>
        <source>Let testers reach this machine itself: set public-ws-url to an address that does not pass the reverse proxy.</source>
        <translation>让测试者直接连到本机：把 public-ws-url 设为不经过反向代理的地址。</translation>
    </message>
    <message>
        <source>Open the link from another machine, straight to this one.</source>
        <translation>从另一台机器直接打开链接连到本机。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>The tester left early</source>
        <translation>测试者提前离开</translation>
    </message>
    <message>
        <source>The invitation was revoked</source>
        <translation>邀请已撤销</translation>
    </message>
    <message>
        <source>Turned away: busy</source>
        <translation>被拒绝：繁忙</translation>
    </message>
    <message>
        <source>Disconnected: it broke the rules of the connection</source>
        <translation>已断开：违反了连接规则</translation>
    </message>
    <message>
        <source>The browser never answered, so the classic rule cannot be applied.</source>
        <translation>浏览器从未应答，因此无法应用经典规则。</translation>
    </message>
    <message>
        <source>No router on the path answered, so the classic rule cannot be applied.</source>
        <translation>路径上没有路由器应答，因此无法应用经典规则。</translation>
    </message>
    <message>
        <source>WebSocket %1 − trace %2 = %3, more than the threshold of %4: the classic rule says proxy.</source>
        <translation>WebSocket %1 − 追踪 %2 = %3，超过阈值 %4：经典规则判断为代理。</translation>
    </message>
    <message>
        <source>WebSocket %1 − trace %2 = %3, not more than the threshold of %4: the classic rule says no proxy.</source>
        <translation>WebSocket %1 − 追踪 %2 = %3，未超过阈值 %4：经典规则判断为无代理。</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>连接检测</translation>
    </message>
    <message>
        <source>This invitation is for {name}.</source>
        <translation>此邀请发给 {name}。</translation>
    </message>
    <message>
        <source>Whoever sent you this link asks you to have your connection measured.</source>
        <translation>把此链接发给您的人请您测量一下您的连接。</translation>
    </message>
    <message>
        <source>This measures how long messages take between this browser and the computer of the person who asks, and the delays along the route between the two.</source>
        <translation>将测量消息在此浏览器与邀请者的电脑之间所需的时间，以及两者之间沿途的时延。</translation>
    </message>
    <message>
        <source>Your internet address is seen, as by any website, the browser tells its name, language and time zone, and nothing is installed.</source>
        <translation>与访问任何网站一样，您的互联网地址会被看到；浏览器会告知其名称、语言和时区；不会安装任何东西。</translation>
    </message>
    <message>
        <source>It takes a few seconds.</source>
        <translation>只需几秒钟。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>This page needs JavaScript to measure: please allow it and load the page again.</source>
        <translation>此页面需要 JavaScript 才能测量：请允许后重新加载页面。</translation>
    </message>
    <message>
        <source>This browser has no WebSocket, so nothing can be measured. Please use another browser.</source>
        <translation>此浏览器不支持 WebSocket，无法测量。请使用其他浏览器。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Measuring round trips…</source>
        <translation>正在测量往返时间…</translation>
    </message>
    <message>
        <source>Looking at the route…</source>
        <translation>正在查看路径…</translation>
    </message>
    <message>
        <source>Measuring more precisely…</source>
        <translation>正在精细测量…</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>即将完成…</translation>
    </message>
    <message>
        <source>Shortest round trip so far: {rtt}</source>
        <translation>目前最短往返时间：{rtt}</translation>
    </message>
    <message>
        <source>Please keep this page open and in front until the result appears.</source>
        <translation>在结果出现之前，请保持此页面打开并位于前台。</translation>
    </message>
    <message>
        <source>Please come back to this page: browsers slow hidden pages down, and that spoils the measurement.</source>
        <translation>请回到此页面：浏览器会放慢隐藏页面的速度，影响测量。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message>
        <source>The other computer cannot be reached. Check your connection and press Start again, or tell the person who sent you this link.</source>
        <translation>无法连接到对方的电脑。请检查您的网络并再次按“开始”，或告知把此链接发给您的人。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Your connection is direct.</source>
        <translation>您的连接是直连。</translation>
    </message>
    <message>
        <source>Your connection goes through a proxy.</source>
        <translation>您的连接经过代理。</translation>
    </message>
    <message>
        <source>Your connection goes through a VPN or a similar tunnel.</source>
        <translation>您的连接经过 VPN 或类似的隧道。</translation>
    </message>
    <message>
        <source>The measurement does not say how your connection gets here.</source>
        <translation>测量结果无法说明您的连接是如何到达这里的。</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>这意味着什么</translation>
    </message>
    <message>
        <source>How far things are, there and back</source>
        <translation>往返有多远</translation>
    </message>
    <message>
        <source>last router seen</source>
        <translation>看到的最后一个路由器</translation>
    </message>
    <message>
        <source>end of the connection (TCP)</source>
        <translation>连接终点 (TCP)</translation>
    </message>
    <message>
        <source>your browser (WebSocket)</source>
        <translation>您的浏览器 (WebSocket)</translation>
    </message>
    <message>
        <source>The run ended early; this is what could be measured.</source>
        <translation>测量提前结束；以下是已测得的内容。</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copying is not allowed here; select the text instead.</source>
        <translation>此处不允许复制；请直接选择文字。</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Other testers are being measured right now. Please try again in a minute.</source>
        <translation>正在测量其他测试者。请一分钟后再试。</translation>
    </message>
    <message>
        <source>Too many requests came from your address. Please wait a minute and try again.</source>
        <translation>来自您地址的请求过多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>This link does not work</source>
        <translation>此链接无法使用</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>此邀请已过期。</translation>
    </message>
    <message>
        <source>This invitation was withdrawn.</source>
        <translation>此邀请已被撤回。</translation>
    </message>
    <message>
        <source>This invitation has been used as often as it allows.</source>
        <translation>此邀请的使用次数已达上限。</translation>
    </message>
    <message>
        <source>This link is not complete or not valid.</source>
        <translation>此链接不完整或无效。</translation>
    </message>
    <message>
        <source>Please ask the person who sent it to you for a new one.</source>
        <translation>请向发给您的人索取新的链接。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里什么也没有</translation>
    </message>
    <message>
        <source>There is no page at this address. Please check the link you were sent.</source>
        <translation>此地址没有页面。请检查您收到的链接。</translation>
    </message>
    <message>
        <source>Something went wrong on the other computer. Please tell the person who sent you this link.</source>
        <translation>对方的电脑出了问题。请告知把此链接发给您的人。</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直连</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>May mislead: %1</source>
        <translation>可能误导：%1</translation>
    </message>
    <message>
        <source>This could settle it:</source>
        <translation>以下做法可能得出结论：</translation>
    </message>
    <message>
        <source>The browser runs on this machine; nothing lies between.</source>
        <translation>浏览器就在本机运行；中间没有任何东西。</translation>
    </message>
    <message>
        <source>The browser itself ends this connection; no proxy or tunnel shows.</source>
        <translation>浏览器自身就是此连接的终点；未见代理或隧道。</translation>
    </message>
    <message>
        <source>The browser itself ends this connection, %1 away; no proxy or tunnel shows.</source>
        <translation>浏览器自身就是此连接的终点，距此 %1；未见代理或隧道。</translation>
    </message>
    <message>
        <source>Something between here and the browser ends this connection.</source>
        <translation>在此处与浏览器之间，有设备终止了此连接。</translation>
    </message>
    <message>
        <source>Something ends this connection %1 away; the browser is %2 further, about %3 of fibre.</source>
        <translation>有设备在 %1 外终止了此连接；浏览器还要再远 %2，约合 %3 光纤。</translation>
    </message>
    <message>
        <source>Something on the way carries this connection&apos;s packets onward, as a VPN does.</source>
        <translation>途中有设备像 VPN 一样把此连接的数据包继续送往别处。</translation>
    </message>
    <message>
        <source>Something %1 away carries the packets onward, as a VPN does; the browser is %2 further, about %3 of fibre.</source>
        <translation>%1 外有设备像 VPN 一样把数据包继续送往别处；浏览器还要再远 %2，约合 %3 光纤。</translation>
    </message>
    <message>
        <source>A reverse proxy at this end forwards the connection, so what lies beyond it cannot be judged.</source>
        <translation>本端的反向代理转发了此连接，因此无法判断其后有什么。</translation>
    </message>
    <message>
        <source>Measuring; nothing can be said yet.</source>
        <translation>正在测量；尚无法得出结论。</translation>
    </message>
    <message>
        <source>The browser never answered, so nothing can be said.</source>
        <translation>浏览器从未应答，因此无法得出结论。</translation>
    </message>
    <message>
        <source>The browser&apos;s answers vary too much to tell a detour from a busy browser or link.</source>
        <translation>浏览器的应答波动太大，无法区分是绕路还是浏览器或链路繁忙。</translation>
    </message>
    <message>
        <source>The path&apos;s end did not answer the probes, so a tunnel can be neither shown nor ruled out.</source>
        <translation>路径的终点没有应答探测，因此既不能证明也不能排除隧道。</translation>
    </message>
    <message>
        <source>The signs do not agree well enough to say what lies between here and the browser.</source>
        <translation>各种迹象不够一致，无法说明此处与浏览器之间有什么。</translation>
    </message>
    <message>
        <source>A relay in front of the computer that asked accepted your connection, so only the relay could be measured. This says nothing about you or your connection.</source>
        <translation>邀请者电脑前的中继接受了您的连接，因此只能测到该中继。这与您或您的连接无关。</translation>
    </message>
    <message>
        <source>The measurement could not tell whether a proxy or VPN carries your connection. That is no sign against you: busy links, mobile networks and silent routers all cause it.</source>
        <translation>测量无法判断您的连接是否经过代理或 VPN。这并不说明您有问题：繁忙的链路、移动网络和不应答的路由器都会造成这种情况。</translation>
    </message>
    <message>
        <source>Another try on a quieter connection may settle it.</source>
        <translation>换一个较空闲的连接再试一次，或许能得出结论。</translation>
    </message>
    <message>
        <source>A message takes %1 there and back.</source>
        <translation>一条消息往返需要 %1。</translation>
    </message>
    <message>
        <source>Your browser reaches the other computer itself: no proxy and no VPN showed in the delays.</source>
        <translation>您的浏览器自己直接连到对方的电脑：从时延中未见代理或 VPN。</translation>
    </message>
    <message>
        <source>Another computer seems to stand between your browser and the one that asked, and speaks in your browser&apos;s place. Such a proxy may be set up in your browser, at your workplace or by your provider.</source>
        <translation>在您的浏览器与邀请者的电脑之间似乎还有另一台电脑，代替您的浏览器通信。这样的代理可能设在您的浏览器中、工作单位或由您的网络提供商设置。</translation>
    </message>
    <message>
        <source>Your connection seems to pass through a VPN or a similar tunnel: it enters the internet elsewhere than your device does. Some mobile and satellite links look alike.</source>
        <translation>您的连接似乎经过 VPN 或类似的隧道：它进入互联网的位置与您的设备不同。有些移动和卫星链路看起来也是这样。</translation>
    </message>
    <message>
        <source>Round trips at their quickest: last router %1, end of the TCP connection %2, browser %3.</source>
        <translation>最快往返时间：最后一个路由器 %1，TCP 连接终点 %2，浏览器 %3。</translation>
    </message>
    <message>
        <source>Listen on address</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>One of this machine&apos;s addresses; empty means all of them.</source>
        <translation>本机的某个地址；留空表示全部。</translation>
    </message>
    <message>
        <source>Page port</source>
        <translation>页面端口</translation>
    </message>
    <message>
        <source>Port of the tester&apos;s page; 0 picks a free one.</source>
        <translation>测试者页面的端口；0 表示自动选择空闲端口。</translation>
    </message>
    <message>
        <source>WebSocket port</source>
        <translation>WebSocket 端口</translation>
    </message>
    <message>
        <source>Port that the pings travel over; 0 picks a free one.</source>
        <translation>ping 所用的端口；0 表示自动选择空闲端口。</translation>
    </message>
    <message>
        <source>Public address of the page</source>
        <translation>页面的公开地址</translation>
    </message>
    <message>
        <source>The page&apos;s address as testers see it, if it differs from this machine&apos;s.</source>
        <translation>测试者看到的页面地址（若与本机地址不同）。</translation>
    </message>
    <message>
        <source>Public address of the WebSocket</source>
        <translation>WebSocket 的公开地址</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>PEM file; together with the key it turns on https and wss.</source>
        <translation>PEM 文件；与密钥一起启用 https 和 wss。</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>PEM file with the certificate&apos;s private key.</source>
        <translation>包含证书私钥的 PEM 文件。</translation>
    </message>
    <message>
        <source>Allow testers without a link</source>
        <translation>允许没有链接的测试者</translation>
    </message>
    <message>
        <source>Serves the page at / and accepts sockets without a token, as the original program does. Anybody who reaches the ports can start a run.</source>
        <translation>像原程序那样在 / 提供页面并接受没有令牌的套接字。任何能访问端口的人都可以开始测量。</translation>
    </message>
    <message>
        <source>Trusted reverse proxy</source>
        <translation>受信任的反向代理</translation>
    </message>
    <message>
        <source>Address of a reverse proxy at this end whose forwarding headers are believed.</source>
        <translation>本端反向代理的地址，采信其转发头。</translation>
    </message>
    <message>
        <source>Testers at once</source>
        <translation>同时测试人数</translation>
    </message>
    <message>
        <source>More are told that this is busy; 1 measures one after the other. From one address 60 runs a minute may begin.</source>
        <translation>超出者会被告知繁忙；1 表示逐个测量。同一地址每分钟最多可开始 60 次测量。</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Text pings for each run; more make the verdict surer and the run longer.</source>
        <translation>每次测量的文本 ping 数；越多结论越可靠，测量越久。</translation>
    </message>
    <message>
        <source>Ping interval</source>
        <translation>Ping 间隔</translation>
    </message>
    <message>
        <source>From the start of one text ping to the start of the next.</source>
        <translation>从一个文本 ping 开始到下一个开始的时间。</translation>
    </message>
    <message>
        <source>Ping time-out</source>
        <translation>Ping 超时</translation>
    </message>
    <message>
        <source>A ping without an answer for this long is lost.</source>
        <translation>超过此时间没有应答的 ping 视为丢失。</translation>
    </message>
    <message>
        <source>Furthest hop</source>
        <translation>最远跳数</translation>
    </message>
    <message>
        <source>Largest TTL that the path is probed with.</source>
        <translation>探测路径所用的最大 TTL。</translation>
    </message>
    <message>
        <source>Hop time-out</source>
        <translation>单跳超时</translation>
    </message>
    <message>
        <source>A hop without an answer for this long counts as silent.</source>
        <translation>超过此时间没有应答的跳视为静默。</translation>
    </message>
    <message>
        <source>Probes for each hop</source>
        <translation>每跳探测数</translation>
    </message>
    <message>
        <source>Probes for each TTL in the first burst.</source>
        <translation>首轮中每个 TTL 的探测数。</translation>
    </message>
    <message>
        <source>Final probes</source>
        <translation>最终探测数</translation>
    </message>
    <message>
        <source>Samples at the furthest hop and at the end of the connection; the smallest counts.</source>
        <translation>在最远一跳和连接终点的样本数；取最小值。</translation>
    </message>
    <message>
        <source>Final time-out</source>
        <translation>最终超时</translation>
    </message>
    <message>
        <source>A final probe without an answer for this long is lost.</source>
        <translation>超过此时间没有应答的最终探测视为丢失。</translation>
    </message>
    <message>
        <source>Classic threshold</source>
        <translation>经典阈值</translation>
    </message>
    <message>
        <source>The original program&apos;s rule says proxy above this gap. Our own verdict does not use it.</source>
        <translation>差值超过此值时，原程序的规则判断为代理。我们自己的结论不使用它。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Log of the service and its testers; empty: parallax/parallax.log in the user&apos;s state folder.</source>
        <translation>服务及其测试者的日志；留空：用户状态文件夹中的 parallax/parallax.log。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>en, de or zh_CN; empty: the desktop&apos;s language.</source>
        <translation>en、de 或 zh_CN；留空：桌面语言。</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>详细程度</translation>
    </message>
    <message>
        <source>On stderr: 0 trouble, 1 testers and their verdicts too, 2 every probe too, 3 the libraries&apos; details too. The log file has the first two always.</source>
        <translation>在 stderr 上：0 只有故障，1 还有测试者及其结论，2 还有每个探测包，3 还有程序库的细节。日志文件始终包含前两级。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>路径追踪</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Without the right to capture packets and send probes only WebSocket and TCP round trips are measured. To mend it: %1</source>
        <translation>没有抓包和发送探测的权限，只能测量 WebSocket 和 TCP 的往返时间。解决办法：%1</translation>
    </message>
    <message>
        <source>Nobody can connect: %1</source>
        <translation>无人能够连接：%1</translation>
    </message>
    <message>
        <source>Control pings and text messages differ by %1, less than the %2 that a busy page can take: one machine answers both.</source>
        <translation>控制 ping 与文本消息相差 %1，小于繁忙页面可能耗费的 %2：两者由同一台机器应答。</translation>
    </message>
    <message>
        <source>Delayed acknowledgements make TCP look slow and hide a gap; a proxy close to the browser leaves none.</source>
        <translation>延迟确认让 TCP 显得慢而掩盖差值；紧邻浏览器的代理不会留下差值。</translation>
    </message>
    <message>
        <source>A proxy close to the browser leaves no gap.</source>
        <translation>紧邻浏览器的代理不会留下差值。</translation>
    </message>
    <message>
        <source>A proxy that passes control pings on leaves no difference.</source>
        <translation>会转发控制 ping 的代理不会留下差异。</translation>
    </message>
    <message>
        <source>Routers that answer late or not at all hide a jump.</source>
        <translation>应答迟缓或不应答的路由器会掩盖跳变。</translation>
    </message>
    <message>
        <source>Some VPN exits rewrite the size to 1460; with a proxy it is the proxy&apos;s line that shows.</source>
        <translation>有些 VPN 出口会把大小改写为 1460；有代理时，显示的是代理的线路。</translation>
    </message>
    <message>
        <source>A proxy or a carrier&apos;s optimiser answers as the end of the connection too.</source>
        <translation>代理或运营商的优化器也会以连接终点的身份应答。</translation>
    </message>
    <message>
        <source>The host that opened the TCP connection runs the kind of system that the browser names.</source>
        <translation>建立 TCP 连接的主机所运行的系统与浏览器所报告的一致。</translation>
    </message>
    <message>
        <source>The host that opened the TCP connection runs another system than the browser names: they are two machines.</source>
        <translation>建立 TCP 连接的主机所运行的系统与浏览器所报告的不同：它们是两台机器。</translation>
    </message>
    <message>
        <source>The page was not in view while it was measured; browsers slow such pages down, so the control pings decide.</source>
        <translation>测量期间页面不在前台；浏览器会减慢这样的页面，因此以控制帧 ping 为准。</translation>
    </message>
    <message>
        <source>System behind TCP</source>
        <translation>TCP 背后的系统</translation>
    </message>
    <message>
        <source>A browser that names another system (a phone asking for the desktop page, an extension) and a VPN app with a TCP of its own look the same; most relays and most phones run Linux, so agreement says little.</source>
        <translation>报告其他系统的浏览器（手机请求桌面版网页、扩展程序）和自带 TCP 的 VPN 应用看起来也是这样；大多数中继和大多数手机都运行 Linux，因此一致说明不了什么。</translation>
    </message>
    <message>
        <source>Length of the way back</source>
        <translation>返回路径的长度</translation>
    </message>
    <message>
        <source>Routes on the Internet often differ by direction, and some tunnels hide their hops: it is shown, and decides nothing.</source>
        <translation>互联网上的往返路由常常不同，有些隧道还会隐藏其跳点：这里只作显示，不影响结论。</translation>
    </message>
    <message>
        <source>Page in view</source>
        <translation>页面是否在前台</translation>
    </message>
    <message>
        <source>The browser itself says whether the page is in view, and may be wrong.</source>
        <translation>页面是否在前台由浏览器自己报告，可能有误。</translation>
    </message>
    <message>
        <source>When it was measured: %1. By the present rules:</source>
        <translation>测量时的结论：%1。按现在的规则：</translation>
    </message>
    <message>
        <source>The tester&apos;s address belongs to a company that rents out servers: relays and VPN exits stand there, browsers seldom do.</source>
        <translation>测试者的地址属于出租服务器的公司：那里有中继和 VPN 出口，很少有浏览器。</translation>
    </message>
    <message>
        <source>The browser&apos;s time zone belongs to the country of the tester&apos;s address.</source>
        <translation>浏览器的时区与测试者地址所在的国家或地区一致。</translation>
    </message>
    <message>
        <source>The browser&apos;s time zone belongs to another country than the tester&apos;s address.</source>
        <translation>浏览器的时区与测试者地址所在的国家或地区不同。</translation>
    </message>
    <message>
        <source>The page was fetched from another address than the WebSocket came from: the connections leave at different places.</source>
        <translation>获取页面的地址与 WebSocket 的来源地址不同：这些连接从不同的地方出来。</translation>
    </message>
    <message>
        <source>The request carries headers that only a forwarder adds: a proxy on the tester&apos;s side names itself.</source>
        <translation>请求带有只有转发者才会添加的标头：测试者一侧的代理表明了自己。</translation>
    </message>
    <message>
        <source>Hosting network</source>
        <translation>托管网络</translation>
    </message>
    <message>
        <source>Remote desktops and company networks stand in data centres too; the list of such networks is not complete, and the files on this computer age.</source>
        <translation>远程桌面和公司网络也在数据中心里；此类网络的列表并不完整，本机上的文件也会过时。</translation>
    </message>
    <message>
        <source>Country of the time zone</source>
        <translation>时区所属国家或地区</translation>
    </message>
    <message>
        <source>Travellers keep their clock, roaming phones have an address of their home network, neighbouring countries share zones, and some browsers hide theirs.</source>
        <translation>旅行者会保留原来的时钟，漫游的手机使用归属网络的地址，相邻国家共用时区，有些浏览器还会隐藏时区。</translation>
    </message>
    <message>
        <source>Address of the page&apos;s visitor</source>
        <translation>页面访问者的地址</translation>
    </message>
    <message>
        <source>Some carriers spread one subscriber&apos;s connections over several addresses; a front before the page alone, or a change of network, looks the same.</source>
        <translation>有些运营商把一个用户的连接分散到多个地址；只位于页面之前的前置服务器或网络切换看起来也是这样。</translation>
    </message>
    <message>
        <source>Forwarding headers</source>
        <translation>转发标头</translation>
    </message>
    <message>
        <source>A browser extension can add them without a proxy; a reverse proxy at this end must be named as trusted.</source>
        <translation>浏览器扩展可以在没有代理的情况下添加它们；本端的反向代理必须指定为受信任。</translation>
    </message>
    <message>
        <source>A file with countries or networks cannot be used; fetch it again: %1</source>
        <translation>包含国家或网络的文件无法使用，请重新获取：%1</translation>
    </message>
    <message>
        <source>Folder with geo files</source>
        <translation>地理文件所在文件夹</translation>
    </message>
    <message>
        <source>Runs of this tester</source>
        <translation>此测试者的测量</translation>
    </message>
    <message>
        <source>%1, each time %2, from one address</source>
        <translation>%1 次，每次都是%2，来自同一个地址</translation>
    </message>
    <message>
        <source>%1, each time %2, from %3 addresses: the exit changes</source>
        <translation>%1 次，每次都是%2，来自 %3 个地址：出口在变化</translation>
    </message>
    <message>
        <source>%1, not of one kind (%2); addresses: %3</source>
        <translation>%1 次，类型不一（%2）；地址数：%3</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: exactly what a common VPN leaves.</source>
        <translation>连接的第一个数据包提供 %1 的报文段，而普通以太网为 %2：正好是常见 VPN 留下的大小。</translation>
    </message>
    <message>
        <source>Round trips to the end of the TCP connection vary by %1, as over radio or a loaded line: a jump there says less.</source>
        <translation>到 TCP 连接末端的往返时间波动 %1，如同无线或繁忙的线路：那里的跳变说明不了太多。</translation>
    </message>
    <message>
        <source>Last mile</source>
        <translation>最后一公里</translation>
    </message>
    <message>
        <source>A VPN used over a radio link varies in the same way.</source>
        <translation>通过无线链路使用的 VPN 也会这样波动。</translation>
    </message>
    <message>
        <source>Hop %1 left %2 of %3 probes unanswered, %4 more than hops behind it: it seems to limit its ICMP, and the path did not lose these.</source>
        <translation>第 %1 跳有 %3 个探测中的 %2 个未应答，比其后的跳多 %4 个：它似乎限制自身的 ICMP，路径并未丢失这些探测。</translation>
    </message>
    <message>
        <source>%1 probes never left this machine: its network refused them.</source>
        <translation>%1 个探测从未离开本机：其网络拒绝了它们。</translation>
    </message>
    <message>
        <source>Loss to the target itself: %1 of %2 probes.</source>
        <translation>到目标本身的丢失：%2 个探测中的 %1 个。</translation>
    </message>
    <message>
        <source>ICMP echo</source>
        <translation>ICMP 回显</translation>
    </message>
    <message>
        <source>A NAT answers in the tester&apos;s place, so a slow radio link behind it looks like a tunnel; load balancing may send echo and TCP by different paths, and some hosts answer echo late.</source>
        <translation>NAT 会代替测试者应答，因此其后的慢速无线链路看起来像隧道；负载均衡可能让回显与 TCP 走不同的路径，有些主机应答回显较晚。</translation>
    </message>
    <message>
        <source>An intermediary that answers control pings itself, with the browser by chance as far behind it as such a delay, on a line with small segments.</source>
        <translation>自行应答控制 ping 的中间设备，浏览器恰好在其后与这种延迟相当的距离处，且线路的分段较小。</translation>
    </message>
    <message>
        <source>Control pings return %1 before text messages, but from where the TCP connection ends; what is left beside the jump, %2, is a delayed acknowledgement: a tunnel over TCP holds the page&apos;s answers back.</source>
        <translation>控制 ping 比文本消息早 %1 返回，但来自 TCP 连接的终点；除跳变之外剩下的 %2 正是一次延迟确认：基于 TCP 的隧道扣住了页面的应答。</translation>
    </message>
    <message>
        <source>The host that has the tester&apos;s address answers ICMP echo %1 before the TCP connection&apos;s end: something there carries the packets onward.</source>
        <translation>拥有测试者地址的主机应答 ICMP 回显比 TCP 连接的终点早 %1：那里有某种东西把数据包继续传送。</translation>
    </message>
    <message>
        <source>The host that has the tester&apos;s address answers ICMP echo far later than the TCP connection&apos;s end (%1): it does not treat echo as it treats TCP, or something nearer ends the connection.</source>
        <translation>拥有测试者地址的主机应答 ICMP 回显远晚于 TCP 连接的终点（%1）：它对回显与 TCP 的处理不同，或者有更近的设备终结了连接。</translation>
    </message>
    <message>
        <source>Token of the HTTP API</source>
        <translation>HTTP 接口的令牌</translation>
    </message>
    <message>
        <source>The ICMP echo of the tester&apos;s address and the end of the TCP connection differ by %1; below %2 they count as one place.</source>
        <translation>测试者地址的 ICMP 回显与 TCP 连接的终点相差 %1；低于 %2 时视为同一处。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>the target answered</source>
        <translation>目标已应答</translation>
    </message>
    <message>
        <source>a router says that the target cannot be reached</source>
        <translation>某路由器称目标不可达</translation>
    </message>
    <message>
        <source>the largest TTL was reached before the target</source>
        <translation>到达目标之前已达到最大 TTL</translation>
    </message>
    <message>
        <source>nobody answered any more</source>
        <translation>再无应答</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>The route changed at %1 hops, from TTL %2 on: %3 instead of %4</source>
        <translation>路由在 %1 跳处改变，自 TTL %2 起：%3 取代 %4</translation>
    </message>
    <message>
        <source>The route changed at TTL %1: %2 instead of %3</source>
        <translation>路由在 TTL %1 处改变：%2 取代 %3</translation>
    </message>
    <message>
        <source>Loss began: %1 of the last rounds</source>
        <translation>开始丢包：最近各轮的 %1</translation>
    </message>
    <message>
        <source>Loss ended after %1; %2 of the rounds were lost</source>
        <translation>丢包结束，持续 %1；其间 %2 的轮次丢失</translation>
    </message>
    <message>
        <source>The round-trip time passed its limit: median %1</source>
        <translation>往返时间超过限值：中位数 %1</translation>
    </message>
    <message>
        <source>The round-trip time is within its limit again, after %1</source>
        <translation>往返时间恢复到限值以内，历时 %1</translation>
    </message>
    <message>
        <source>Loss passed its limit: %1 of the last rounds</source>
        <translation>丢包超过限值：最近各轮的 %1</translation>
    </message>
    <message>
        <source>Loss is within its limit again, after %1</source>
        <translation>丢包恢复到限值以内，历时 %1</translation>
    </message>
    <message>
        <source>Gap WebSocket − furthest router</source>
        <translation>WebSocket − 最远路由器的差距</translation>
    </message>
    <message>
        <source>Silent routers make it large on a direct path, and it cannot tell a proxy from a tunnel: it is shown, not weighed.</source>
        <translation>沉默的路由器会让直连路径上的差距也很大，而且它分不清代理和隧道：仅供显示，不计权重。</translation>
    </message>
    <message>
        <source>The browser is %1 further than the furthest router that answered, which is %2 away: all that the classic rule knows.</source>
        <translation>浏览器比最远的应答路由器（距离 %2）还远 %1：经典规则只知道这一点。</translation>
    </message>
    <message>
        <source>This machine has no network address, so no tester elsewhere can open the link. Connect it to a network; the link follows.</source>
        <translation>本机没有网络地址，其他地方的测试者无法打开链接。请连接网络，随后会给出链接。</translation>
    </message>
    <message>
        <source>Runs and watched paths are not being saved: %1</source>
        <translation>测量和持续观察的路径未能保存：%1</translation>
    </message>
    <message>
        <source>Runs and watched paths are saved again. %1</source>
        <translation>测量和持续观察的路径又可以保存了。%1</translation>
    </message>
    <message>
        <source>Damaged rounds of a stored path were left out: %1</source>
        <translation>已保存路径中损坏的轮次已被略过：%1</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>Kalman</source>
        <translation>卡尔曼</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Median of the quickest</source>
        <translation>最快样本的中位数</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>The offset is steady</source>
        <translation>偏移稳定</translation>
    </message>
    <message>
        <source>The offset rises: the server&apos;s clock runs faster</source>
        <translation>偏移上升：服务器的时钟走得更快</translation>
    </message>
    <message>
        <source>The offset falls: the server&apos;s clock runs slower</source>
        <translation>偏移下降：服务器的时钟走得更慢</translation>
    </message>
    <message>
        <source>An offset of %1 is more than two standard deviations off</source>
        <translation>%1 的偏移偏离超过两个标准差</translation>
    </message>
    <message>
        <source>Quality: %1</source>
        <translation>质量：%1</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set by %1; the estimate begins anew</source>
        <translation>本机时钟被调整了 %1；重新开始估计</translation>
    </message>
    <message>
        <source>More than 500 ms off: the correction starts over</source>
        <translation>偏差超过 500 ms：重新开始校正</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>服务器没有应答</translation>
    </message>
    <message>
        <source>The server answers again</source>
        <translation>服务器恢复应答</translation>
    </message>
    <message>
        <source>wrong length</source>
        <translation>长度错误</translation>
    </message>
    <message>
        <source>wrong SYNC</source>
        <translation>SYNC 错误</translation>
    </message>
    <message>
        <source>unknown IDCODE</source>
        <translation>未知的 IDCODE</translation>
    </message>
    <message>
        <source>wrong FRAME_SIZE</source>
        <translation>FRAME_SIZE 错误</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>not authenticated</source>
        <translation>未通过认证</translation>
    </message>
    <message>
        <source>too many from one address</source>
        <translation>来自同一地址的请求过多</translation>
    </message>
    <message>
        <source>too many bytes to one address</source>
        <translation>发往同一地址的字节过多</translation>
    </message>
    <message>
        <source>A negative one-way delay: the path is longer one way than the other, or the estimate is off; the bound has room for both.</source>
        <translation>单向时延为负：路径在一个方向上更长，或者估计有偏差；误差界已为两者留有余地。</translation>
    </message>
    <message>
        <source>By the stamps alone one way took negative time: the two clocks differ by more than the way takes. The delays shown have the offset taken out.</source>
        <translation>仅按时间戳计算，有一个方向的用时为负：两台时钟之差超过了传输用时。所显示的时延已扣除偏移。</translation>
    </message>
    <message>
        <source>No time service was found here, but the kernel calls the clock synchronised, with an error of at most %1: another keeps it, such as the host of a container.</source>
        <translation>这里没有找到时间同步服务，但内核称时钟已同步，误差至多 %1：由别处维护，例如容器的宿主机。</translation>
    </message>
    <message>
        <source>Nothing synchronises this machine&apos;s clock: it goes as fast as its quartz does.</source>
        <translation>没有任何服务同步这台机器的时钟：它按自身石英振荡器的快慢走时。</translation>
    </message>
    <message>
        <source>%1 runs, but follows no server yet: the clock is not synchronised.</source>
        <translation>%1 正在运行，但尚未跟随任何服务器：时钟未同步。</translation>
    </message>
    <message>
        <source>%1 keeps this machine&apos;s clock by %2; its error is at most %3.</source>
        <translation>%1 按 %2 校准这台机器的时钟；误差至多 %3。</translation>
    </message>
    <message>
        <source>While a time service moves a clock, the offset and the drift seen here move with it.</source>
        <translation>时间同步服务调整时钟时，这里看到的偏移和漂移也随之变化。</translation>
    </message>
    <message>
        <source>What others must reach needs these rules where a firewall filters. They are text to copy: Parallax changes no firewall.</source>
        <translation>在有防火墙过滤的地方，要让别人访问就需要这些规则。它们只是供复制的文本：Parallax 不会更改任何防火墙。</translation>
    </message>
    <message>
        <source>Pings at least</source>
        <translation>最少 ping 次数</translation>
    </message>
    <message>
        <source>A run may end after so many once the interval of its median has decided; 0 sends them all.</source>
        <translation>一旦中位数的区间已足以判定，测量在达到此次数后即可结束；0 表示全部发送。</translation>
    </message>
    <message>
        <source>Fingerprint table</source>
        <translation>特征表</translation>
    </message>
    <message>
        <source>File with what systems, browsers, tunnels and hosting networks look like; empty: the one that is built in.</source>
        <translation>描述系统、浏览器、隧道和托管网络特征的文件；留空则使用内置的特征表。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
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
        <translation>流标签</translation>
    </message>
    <message>
        <source>Total length</source>
        <translation>总长度</translation>
    </message>
    <message>
        <source>Payload length</source>
        <translation>载荷长度</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Reserved bit</source>
        <translation>保留位</translation>
    </message>
    <message>
        <source>Don&apos;t fragment</source>
        <translation>不分片</translation>
    </message>
    <message>
        <source>More fragments</source>
        <translation>更多分片</translation>
    </message>
    <message>
        <source>TTL (hop limit)</source>
        <translation>TTL（跳数限制）</translation>
    </message>
    <message>
        <source>Protocol (next header)</source>
        <translation>协议（下一首部）</translation>
    </message>
    <message>
        <source>Header checksum</source>
        <translation>首部校验和</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>Target address</source>
        <translation>目标地址</translation>
    </message>
    <message>
        <source>IP options</source>
        <translation>IP 选项</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>Target port</source>
        <translation>目标端口</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Acknowledgement number</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>Reserved bits</source>
        <translation>保留位</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>紧急指针</translation>
    </message>
    <message>
        <source>TCP options</source>
        <translation>TCP 选项</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The source address is not this machine&apos;s: answers go to somebody who asked nothing.</source>
        <translation>源地址不属于本机：应答会发给并未提问的人。</translation>
    </message>
    <message>
        <source>The target is a broadcast or multicast address: every host there may answer.</source>
        <translation>目标是广播或组播地址：那里的每台主机都可能应答。</translation>
    </message>
    <message>
        <source>Source and target are the same address and port (LAND): some systems answer themselves for ever.</source>
        <translation>源与目标的地址和端口相同（LAND）：某些系统会无休止地应答自己。</translation>
    </message>
    <message>
        <source>RST or FIN ends a connection with these addresses and ports, if there is one.</source>
        <translation>若存在使用这些地址和端口的连接，RST 或 FIN 会终止它。</translation>
    </message>
    <message>
        <source>The message tells hosts to use other routes or neighbours.</source>
        <translation>此消息让主机改用其他路由或邻居。</translation>
    </message>
    <message>
        <source>The ICMP error is made up: a connection that believes it slows down or ends.</source>
        <translation>此 ICMP 错误是伪造的：相信它的连接会变慢或终止。</translation>
    </message>
    <message>
        <source>It is a fragment: the receiver keeps it until the rest comes or its patience ends.</source>
        <translation>这是一个分片：接收方会保留它，直到其余部分到达或等待超时。</translation>
    </message>
    <message>
        <source>Its IP options choose the routers: many networks take that for an attack.</source>
        <translation>其 IP 选项指定了路由器：许多网络会视之为攻击。</translation>
    </message>
    <message>
        <source>More than ten packets, or more than ten a second: alarms and limits may answer.</source>
        <translation>超过十个数据包，或每秒超过十个：可能触发告警和限速。</translation>
    </message>
    <message>
        <source>The kernel writes the total length and the header checksum of IPv4 itself: yours are shown, not sent.</source>
        <translation>内核会自行写入 IPv4 的总长度和首部校验和：您的值只会显示，不会发送。</translation>
    </message>
    <message>
        <source>The kernel may write an identification of 0 anew.</source>
        <translation>内核可能会改写为 0 的标识。</translation>
    </message>
    <message>
        <source>The checksum is wrong: the receiver throws the packet away without a word.</source>
        <translation>校验和错误：接收方会静默丢弃该数据包。</translation>
    </message>
    <message>
        <source>No router carries this on: version, header length or TTL forbid it.</source>
        <translation>没有路由器会转发它：版本、首部长度或 TTL 不允许。</translation>
    </message>
    <message>
        <source>This machine&apos;s kernel knows no such connection and answers a SYN-ACK with a RST.</source>
        <translation>本机内核不认识此连接，会用 RST 应答 SYN-ACK。</translation>
    </message>
    <message>
        <source>No route leads to the target: give a source address.</source>
        <translation>没有通往目标的路由：请给出源地址。</translation>
    </message>
    <message>
        <source>TCP SYN</source>
        <translation>TCP SYN</translation>
    </message>
    <message>
        <source>TCP SYN to port 443, with options</source>
        <translation>发往端口 443 的 TCP SYN（带选项）</translation>
    </message>
    <message>
        <source>TCP RST</source>
        <translation>TCP RST</translation>
    </message>
    <message>
        <source>UDP datagram</source>
        <translation>UDP 数据报</translation>
    </message>
    <message>
        <source>DNS query</source>
        <translation>DNS 查询</translation>
    </message>
    <message>
        <source>ICMP echo request</source>
        <translation>ICMP 回显请求</translation>
    </message>
    <message>
        <source>ICMPv6 echo request</source>
        <translation>ICMPv6 回显请求</translation>
    </message>
    <message>
        <source>UDP with a TTL of 1 (traceroute)</source>
        <translation>TTL 为 1 的 UDP（traceroute）</translation>
    </message>
    <message>
        <source>UDP with a wrong checksum</source>
        <translation>校验和错误的 UDP</translation>
    </message>
    <message>
        <source>A number from 0 to %1, or hexadecimal after 0x.</source>
        <translation>0 到 %1 之间的数，或以 0x 开头的十六进制数。</translation>
    </message>
    <message>
        <source>Names of flags as SYN ACK, or none, or a number from 0 to 255.</source>
        <translation>标志名称，如 SYN ACK；或 none；或 0 到 255 之间的数。</translation>
    </message>
    <message>
        <source>An IPv4 or IPv6 address.</source>
        <translation>一个 IPv4 或 IPv6 地址。</translation>
    </message>
    <message>
        <source>mss=1460 sack ts=1:0 nop ws=7 eol, or bytes as 02 04 05 b4.</source>
        <translation>mss=1460 sack ts=1:0 nop ws=7 eol，或字节，如 02 04 05 b4。</translation>
    </message>
    <message>
        <source>Bytes as de ad be ef, or text:hello.</source>
        <translation>字节，如 de ad be ef；或 text:hello。</translation>
    </message>
    <message>
        <source>SYN-ACK: the port is open</source>
        <translation>SYN-ACK：端口开放</translation>
    </message>
    <message>
        <source>RST: the port is closed, or the connection unknown</source>
        <translation>RST：端口关闭，或连接未知</translation>
    </message>
    <message>
        <source>a TCP segment of the same connection</source>
        <translation>同一连接的 TCP 报文段</translation>
    </message>
    <message>
        <source>a UDP datagram back</source>
        <translation>返回的 UDP 数据报</translation>
    </message>
    <message>
        <source>ICMP echo reply</source>
        <translation>ICMP 回显应答</translation>
    </message>
    <message>
        <source>ICMP time exceeded: the TTL ended there</source>
        <translation>ICMP 超时：TTL 在此耗尽</translation>
    </message>
    <message>
        <source>ICMP port unreachable: nobody listens there</source>
        <translation>ICMP 端口不可达：那里没有程序监听</translation>
    </message>
    <message>
        <source>ICMP unreachable, code %1</source>
        <translation>ICMP 不可达，代码 %1</translation>
    </message>
    <message>
        <source>ICMP type %1, code %2</source>
        <translation>ICMP 类型 %1，代码 %2</translation>
    </message>
    <message>
        <source>Nothing came back within %1.</source>
        <translation>%1 内没有任何应答。</translation>
    </message>
    <message>
        <source>Header length (32-bit words)</source>
        <translation>首部长度（32 位字）</translation>
    </message>
    <message>
        <source>Fragment offset (8 bytes)</source>
        <translation>片偏移（8 字节）</translation>
    </message>
    <message>
        <source>Data offset (32-bit words)</source>
        <translation>数据偏移（32 位字）</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>ended by the client</source>
        <translation>由客户端结束</translation>
    </message>
    <message>
        <source>cut off: a line too long</source>
        <translation>已切断：有一行过长</translation>
    </message>
    <message>
        <source>cut off: nothing was asked</source>
        <translation>已切断：没有任何请求</translation>
    </message>
    <message>
        <source>cut off: answers were not read</source>
        <translation>已切断：应答未被读取</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>ended with the server</source>
        <translation>随服务器结束</translation>
    </message>
    <message>
        <source>Run {run} of {runs}</source>
        <translation>第 {run} 次测量，共 {runs} 次</translation>
    </message>
    <message>
        <source>Runs for each visit</source>
        <translation>每次访问的测量次数</translation>
    </message>
    <message>
        <source>One press of Start measures so many times, each on a fresh connection; the runs are compared.</source>
        <translation>按一次“开始”即测量这么多次，每次都使用新的连接；各次测量会相互比较。</translation>
    </message>
    <message>
        <source>A tester was turned away: more than %1 finished runs wait for a store that is too slow.</source>
        <translation>一位测试者被拒绝：有超过 %1 次已完成的测量在等待过慢的存储。</translation>
    </message>
    <message>
        <source>It measures {runs} times, a few seconds each.</source>
        <translation>共测量 {runs} 次，每次需要几秒钟。</translation>
    </message>
    <message>
        <source>You may close this page; the result goes to the person who asked.</source>
        <translation>您可以关闭此页面；结果会送达邀请者。</translation>
    </message>
    <message>
        <source>The target left %1 of %2 probes unanswered. It was asked many times at once, and hosts limit what they answer UDP: this need not be loss. ICMP or TCP probes tell.</source>
        <translation>目标对 %2 个探测中的 %1 个没有应答。它在同一时刻被多次询问，而主机会限制对 UDP 的应答：这不一定是丢包。可改用 ICMP 或 TCP 探测来确认。</translation>
    </message>
    <message>
        <source>Programs on other machines must send it to trace by HTTP; 16 to 128 letters, digits or - _. Empty: one is made and kept in the user&apos;s data folder.</source>
        <translation>其他机器上的程序必须发送它才能通过 HTTP 测量路径；16 到 128 个字母、数字或 - _。留空：自动生成一个并保存在用户的数据文件夹中。</translation>
    </message>
    <message>
        <source>File that finished runs and watched paths are kept in; empty: the user&apos;s data folder.</source>
        <translation>保存已完成测量和所监视路径的文件；留空：用户的数据文件夹。</translation>
    </message>
    <message>
        <source>Files that tell country, network and place of an address; empty: the folder geo in the user&apos;s data folder, or the system&apos;s.</source>
        <translation>指明地址所属国家、网络和地点的文件；留空则为用户数据文件夹中的 geo 文件夹，或系统的该文件夹。</translation>
    </message>
    <message>
        <source>The WebSocket&apos;s address as testers see it, if it differs. Needed, with wss, where the page is https and the certificate is not here.</source>
        <translation>测试者看到的 WebSocket 地址（若不同）。页面为 https 而证书不在本机时必须填写，且以 wss 开头。</translation>
    </message>
    <message>
        <source>The round-trip time was beyond its limit for %1; then nothing was measured</source>
        <translation>往返时间超过限值达 %1；此后没有测量</translation>
    </message>
    <message>
        <source>Loss was beyond its limit for %1; then nothing was measured</source>
        <translation>丢包超过限值达 %1；此后没有测量</translation>
    </message>
    <message>
        <source>This machine was unable to send: its network refused every probe</source>
        <translation>本机无法发送：其网络拒绝了所有探测</translation>
    </message>
    <message>
        <source>This machine had been unable to send for %1</source>
        <translation>本机此前有 %1 无法发送</translation>
    </message>
    <message>
        <source>%2 of %3 probes with TTL %1 were refused: somebody on the way says that the target cannot be reached, or that they are too large.</source>
        <translation>TTL 为 %1 的 %3 个探测中有 %2 个被拒绝：途中有节点称目标不可达，或称探测包过大。</translation>
    </message>
    <message>
        <source>%1 probe never left this machine: its network refused it.</source>
        <translation>%1 个探测从未离开本机：其网络拒绝了它。</translation>
    </message>
    <message>
        <source>The server&apos;s clock was set by %1, or one of the two clocks is slewed by more than 500 ppm; the estimate begins anew</source>
        <translation>服务器时钟被调整了 %1，或两个时钟之一的调整速率超过 500 ppm；重新开始估计</translation>
    </message>
    <message>
        <source>The connection&apos;s first packet offers segments of %1 where plain Ethernet has %2: what access lines leave that carry IPv4 and IPv6 within each other, so it is no sign of a VPN.</source>
        <translation>连接的第一个数据包提供 %1 的报文段，而普通以太网为 %2：这正是把 IPv4 与 IPv6 相互封装的接入线路所留下的大小，因此不是 VPN 的迹象。</translation>
    </message>
    <message>
        <source>The path was not traced: the connection&apos;s packets could not be captured.</source>
        <translation>未追踪路径：无法抓取该连接的数据包。</translation>
    </message>
    <message>
        <source>Routers that the tester&apos;s packets pass on their way here: %1; that ours pass on the way there: %2.</source>
        <translation>测试者的数据包到这里经过 %1 个路由器，我们的数据包到那里经过 %2 个。</translation>
    </message>
    <message>
        <source>Routers that the tester&apos;s packets pass on their way here: %1; that ours pass on the way there: %2. The two ways differ.</source>
        <translation>测试者的数据包到这里经过 %1 个路由器，而我们的数据包到那里经过 %2 个：往返路径不同。</translation>
    </message>
    <message>
        <source>No packet of a tester&apos;s connection was seen at port %1, so its path was not traced: a firewall rule of this machine probably redirects another port there. Let testers come to port %1 itself (public-ws-url), or listen on the other port (ws-port).</source>
        <translation>在端口 %1 上没有看到测试者连接的任何数据包，因此未追踪其路径：很可能是本机的防火墙规则把另一个端口重定向到了这里。请让测试者直接访问端口 %1（public-ws-url），或改为监听那个端口（ws-port）。</translation>
    </message>
    <message>
        <source>Stopped; nothing had come back so far.</source>
        <translation>已停止；到此为止没有任何回应。</translation>
    </message>
    <message>
        <source>This page can be reached, but the port that measures, {port}, accepts no connection. Tell the person who sent you this link: a firewall or a router may let only the page through.</source>
        <translation>可以打开本页面，但用于测量的端口 {port} 不接受连接。请告知发给您此链接的人：防火墙或路由器可能只放行了页面。</translation>
    </message>
    <message>
        <source>The connection&apos;s packets could not be captured, so the path stays unseen and a tunnel cannot be ruled out.</source>
        <translation>无法抓取该连接的数据包，因此看不到路径，不能排除隧道。</translation>
    </message>
    <message>
        <source>A tester was turned away: too many runs began at %1 within a minute.</source>
        <translation>一名测试者被拒绝：一分钟内从 %1 开始的测量过多。</translation>
    </message>
</context>
<context>
    <name>WorldMap</name>
    <message>
        <source>▲ answers sooner than light could come from there: one of the two places is wrong</source>
        <translation>▲ 应答比光从那里传来还要快：两个地点中有一个不对</translation>
    </message>
</context>
<context>
    <name>parallax::ClockBar</name>
    <message>
        <source>&amp;Others may ask</source>
        <translation>允许其他机器查询(&amp;O)</translation>
    </message>
    <message>
        <source>UDP port of the clock server</source>
        <translation>时钟服务器的 UDP 端口</translation>
    </message>
    <message>
        <source>Answers at every address of this machine. Otherwise only programs on it may ask: a question can be sent in somebody else&apos;s name.</source>
        <translation>在本机的所有地址上应答。否则只有本机上的程序可以查询：查询可能以他人名义发送。</translation>
    </message>
    <message>
        <source>Command that asks this server from elsewhere</source>
        <translation>从其他机器查询此服务器的命令</translation>
    </message>
    <message>
        <source>Run this on another machine to ask this server</source>
        <translation>在另一台机器上运行它来查询此服务器</translation>
    </message>
    <message>
        <source>Clock server to ask: host name or address</source>
        <translation>要查询的时钟服务器：主机名或地址</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>主机名或地址</translation>
    </message>
    <message>
        <source>How answers become an estimate</source>
        <translation>如何由应答得出估计</translation>
    </message>
    <message>
        <source>STAMP (four times)</source>
        <translation>STAMP（四个时间）</translation>
    </message>
    <message>
        <source>How often it asks</source>
        <translation>查询频率</translation>
    </message>
    <message>
        <source>by the mean error: every 1, 2 or 5 s</source>
        <translation>按平均误差：每 1、2 或 5 秒</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>Raw, EWMA, Kalman and PID at once: one clock, estimated in four ways</source>
        <translation>同时使用原始、EWMA、卡尔曼和 PID：同一时钟的四种估计</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Clock server: %1 answered</source>
        <translation>时钟服务器：已应答 %1</translation>
    </message>
    <message>
        <source>Clock server: %1 answered, %2 refused</source>
        <translation>时钟服务器：已应答 %1，已拒绝 %2</translation>
    </message>
    <message>
        <source>No clock server here</source>
        <translation>此处没有时钟服务器</translation>
    </message>
    <message>
        <source>The command to ask from elsewhere is shown here while the server runs</source>
        <translation>服务器运行时，此处显示从其他机器查询的命令</translation>
    </message>
    <message>
        <source>Host &amp;notes…</source>
        <translation>主机说明(&amp;N)…</translation>
    </message>
    <message>
        <source>What keeps this machine&apos;s clock, and the firewall rules that the ports need</source>
        <translation>由什么维护这台机器的时钟，以及端口需要的防火墙规则</translation>
    </message>
    <message>
        <source>Start se&amp;rver</source>
        <translation>启动服务器(&amp;R)</translation>
    </message>
    <message>
        <source>Stop se&amp;rver</source>
        <translation>停止服务器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add client</source>
        <translation>添加客户端(&amp;A)</translation>
    </message>
    <message>
        <source>Add the fo&amp;ur</source>
        <translation>添加四个(&amp;U)</translation>
    </message>
    <message>
        <source>Copy co&amp;mmand</source>
        <translation>复制命令(&amp;M)</translation>
    </message>
    <message>
        <source>TCP…</source>
        <translation>TCP…</translation>
    </message>
    <message>
        <source>A time and echo server over TCP, and its connections</source>
        <translation>基于 TCP 的时间与回显服务器及其连接</translation>
    </message>
    <message>
        <source>Run this on another machine to ask this server; HOST is an address of this machine</source>
        <translation>在另一台机器上运行它来查询此服务器；HOST 是本机的一个地址</translation>
    </message>
</context>
<context>
    <name>parallax::ClockChart</name>
    <message>
        <source>Clock clients over time</source>
        <translation>时钟客户端随时间的变化</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, 0 shows all.</source>
        <translation>加号和减号缩放，方向键移动，0 显示全部。</translation>
    </message>
    <message>
        <source>Time [s]</source>
        <translation>时间 [s]</translation>
    </message>
</context>
<context>
    <name>parallax::ClockHistogram</name>
    <message>
        <source>Distribution of the clock clients&apos; values</source>
        <translation>时钟客户端数值的分布</translation>
    </message>
    <message>
        <source>Share of answers [%]</source>
        <translation>应答占比 [%]</translation>
    </message>
</context>
<context>
    <name>parallax::ClockModel</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Last [ms]</source>
        <translation>最近 [ms]</translation>
    </message>
    <message>
        <source>Mean [ms]</source>
        <translation>均值 [ms]</translation>
    </message>
    <message>
        <source>σ [ms]</source>
        <translation>σ [ms]</translation>
    </message>
    <message>
        <source>Least [ms]</source>
        <translation>最小 [ms]</translation>
    </message>
    <message>
        <source>Most [ms]</source>
        <translation>最大 [ms]</translation>
    </message>
    <message>
        <source>Bound [ms]</source>
        <translation>界限 [ms]</translation>
    </message>
    <message>
        <source>Drift [ppm]</source>
        <translation>漂移 [ppm]</translation>
    </message>
    <message>
        <source>RTT [ms]</source>
        <translation>RTT [ms]</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Questions that were answered</source>
        <translation>得到应答的查询</translation>
    </message>
    <message>
        <source>Questions that were not answered in time</source>
        <translation>未及时应答的查询</translation>
    </message>
    <message>
        <source>The offset lies within this, whatever the path&apos;s asymmetry</source>
        <translation>无论路径多么不对称，偏移都在此范围内</translation>
    </message>
    <message>
        <source>How much the server&apos;s clock gains on this one: microseconds a second</source>
        <translation>服务器时钟比本机快多少：每秒微秒数</translation>
    </message>
    <message>
        <source>Median of the round trips</source>
        <translation>往返时间的中位数</translation>
    </message>
    <message>
        <source>Of the answers since a clock was last set</source>
        <translation>自上次时钟被调整以来的应答</translation>
    </message>
    <message>
        <source>Standard deviation of the answers since a clock was last set</source>
        <translation>自上次时钟被调整以来应答的标准差</translation>
    </message>
    <message>
        <source>By the standard deviation of the newest 60 offsets since a clock was last set</source>
        <translation>按自上次时钟被调整以来最近 60 个偏移的标准差</translation>
    </message>
</context>
<context>
    <name>parallax::ClockTable</name>
    <message>
        <source>Clock clients and their statistics</source>
        <translation>时钟客户端及其统计</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;End client</source>
        <translation>结束客户端(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Remove client</source>
        <translation>移除客户端(&amp;R)</translation>
    </message>
</context>
<context>
    <name>parallax::ClocksPage</name>
    <message>
        <source>See what an estimator makes of two clocks</source>
        <translation>看看估计器如何判断两个时钟</translation>
    </message>
    <message>
        <source>Press Start server, then Add the four: four clients ask this machine&apos;s own clock, so the true offset is zero, and each draws what it believes. Or ask a clock server elsewhere.</source>
        <translation>按“启动服务器”，再按“添加四个”：四个客户端查询本机自己的时钟，真实偏移为零，每个客户端画出它的判断。也可以查询其他地方的时钟服务器。</translation>
    </message>
    <message>
        <source>No clock is ever set: offsets are measured and shown, nothing more.</source>
        <translation>绝不会调整任何时钟：只测量并显示偏移。</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制的内容</translation>
    </message>
    <message>
        <source>Correction, as the server replied</source>
        <translation>校正值（服务器的答复）</translation>
    </message>
    <message>
        <source>Offset of every exchange</source>
        <translation>每次交换的偏移</translation>
    </message>
    <message>
        <source>Round-trip time</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>The picture stands still; measuring goes on</source>
        <translation>画面静止，测量继续</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>显示全部(&amp;L)</translation>
    </message>
    <message>
        <source>The wheel zooms in time</source>
        <translation>滚轮按时间缩放</translation>
    </message>
    <message>
        <source>What was noteworthy</source>
        <translation>值得注意的事件</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Correction [ms]</source>
        <translation>校正值 [ms]</translation>
    </message>
    <message>
        <source>Offset [ms]</source>
        <translation>偏移 [ms]</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>往返时间 [ms]</translation>
    </message>
    <message>
        <source>%1, ended</source>
        <translation>%1：已结束</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部合计</translation>
    </message>
    <message>
        <source>Clocks over time</source>
        <translation>时钟随时间的变化</translation>
    </message>
    <message>
        <source>Distribution of clocks</source>
        <translation>时钟分布</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>En&amp;d client</source>
        <translation>结束客户端(&amp;D)</translation>
    </message>
    <message>
        <source>Remove client</source>
        <translation>移除客户端</translation>
    </message>
</context>
<context>
    <name>parallax::DistributionChart</name>
    <message>
        <source>Distribution of round trips</source>
        <translation>往返时间分布</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>往返时间 [ms]</translation>
    </message>
    <message>
        <source>Share of answers [%]</source>
        <translation>应答占比 [%]</translation>
    </message>
    <message>
        <source>Last hop %1</source>
        <translation>最后一跳 %1</translation>
    </message>
    <message>
        <source>TCP %1</source>
        <translation>TCP %1</translation>
    </message>
    <message>
        <source>Control %1</source>
        <translation>控制 ping %1</translation>
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
        <translation>对方按下“开始”。几秒钟后您就能在这里看到中间是否有代理或 VPN。</translation>
    </message>
    <message>
        <source>Send the link to whom you want to measure</source>
        <translation>把链接发给您要测量的人</translation>
    </message>
    <message>
        <source>Nobody can come yet</source>
        <translation>目前还没有人能连接</translation>
    </message>
    <message>
        <source>Any browser will do, on a phone too. Nothing is installed.</source>
        <translation>任何浏览器都可以，手机也行。无需安装任何东西。</translation>
    </message>
    <message>
        <source>Press Start and Parallax gives you a link to send.</source>
        <translation>按“开始”，Parallax 会给您一个可以发送的链接。</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The link was revoked</source>
        <translation>链接已被撤销</translation>
    </message>
    <message>
        <source>Invitations have links of their own. Stop and Start make a new link for everyone.</source>
        <translation>邀请有各自的链接。先停止再开始即可生成供所有人使用的新链接。</translation>
    </message>
</context>
<context>
    <name>parallax::EvidenceItem</name>
    <message>
        <source>The natural logarithm of how many times more likely this is under that verdict</source>
        <translation>在该结论下此现象可能性倍数的自然对数</translation>
    </message>
    <message>
        <source>May mislead: %1</source>
        <translation>可能误导：%1</translation>
    </message>
    <message>
        <source>for %1 · weight %2</source>
        <translation>支持%1 · 权重 %2</translation>
    </message>
    <message>
        <source>decides nothing</source>
        <translation>不影响结论</translation>
    </message>
    <message>
        <source>Supports the verdict: %1</source>
        <translation>支持结论：%1</translation>
    </message>
    <message>
        <source>Speaks against the verdict: %1</source>
        <translation>反对结论：%1</translation>
    </message>
    <message>
        <source>Decides nothing: %1</source>
        <translation>不影响结论：%1</translation>
    </message>
</context>
<context>
    <name>parallax::EvidenceList</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Nothing has been weighed yet.</source>
        <translation>尚未评估任何证据。</translation>
    </message>
</context>
<context>
    <name>parallax::FactsView</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
</context>
<context>
    <name>parallax::HopChart</name>
    <message>
        <source>RTT per hop</source>
        <translation>各跳 RTT</translation>
    </message>
    <message>
        <source>TTL, endpoint, browser</source>
        <translation>TTL、端点、浏览器</translation>
    </message>
    <message>
        <source>Round-trip time [ms]</source>
        <translation>往返时间 [ms]</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Endpoint (TCP) %1</source>
        <translation>端点 (TCP) %1</translation>
    </message>
    <message>
        <source>WS</source>
        <translation>WS</translation>
    </message>
    <message>
        <source>Browser (WebSocket)</source>
        <translation>浏览器 (WebSocket)</translation>
    </message>
    <message>
        <source>TTL %1: no answer to %2 probes</source>
        <translation>TTL %1：%2 个探测均无应答</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 probes answered</source>
        <translation>%2 个探测中有 %1 个应答</translation>
    </message>
    <message>
        <source>MPLS label %1</source>
        <translation>MPLS 标签 %1</translation>
    </message>
    <message>
        <source>minimum %1, median %2</source>
        <translation>最小 %1，中位数 %2</translation>
    </message>
    <message>
        <source>TTL %1: no answer to one probe</source>
        <translation>TTL %1：1 个探测无应答</translation>
    </message>
</context>
<context>
    <name>parallax::HopStrips</name>
    <message>
        <source>Each hop over time</source>
        <translation>各跳随时间的变化</translation>
    </message>
    <message>
        <source>least to most</source>
        <translation>最小到最大</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>IPDV: difference of successive round trips</source>
        <translation>IPDV：相邻往返时间之差</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
</context>
<context>
    <name>parallax::HostNotesDialog</name>
    <message>
        <source>Host notes</source>
        <translation>主机说明</translation>
    </message>
    <message>
        <source>Asking the time services of this machine…</source>
        <translation>正在询问这台机器的时间同步服务…</translation>
    </message>
    <message>
        <source>Firewall rules for nftables</source>
        <translation>nftables 防火墙规则</translation>
    </message>
    <message>
        <source>&amp;Copy rules</source>
        <translation>复制规则(&amp;C)</translation>
    </message>
</context>
<context>
    <name>parallax::InvitationModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Everyone with the link</source>
        <translation>持有链接的任何人</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>已用完</translation>
    </message>
</context>
<context>
    <name>parallax::InvitationsDialog</name>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>邀请(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Copy link</source>
        <translation>复制链接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>二维码(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>撤销(&amp;R)</translation>
    </message>
</context>
<context>
    <name>parallax::InviteDialog</name>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Shown on their page and in your table</source>
        <translation>显示在对方的页面和您的表格中</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Most uses</source>
        <translation>最多使用次数</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Create link</source>
        <translation>创建链接</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Valid for</source>
        <translation>有效期(&amp;V)</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
</context>
<context>
    <name>parallax::LadderView</name>
    <message>
        <source>Latency ladder</source>
        <translation>时延阶梯</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1：%2</translation>
    </message>
    <message>
        <source>%1, minimum %2, 95 % of answers within %3</source>
        <translation>%1，最小 %2，95% 的应答在 %3 以内</translation>
    </message>
    <message>
        <source>, %1 more than the rung below</source>
        <translation>，比下一级多 %1</translation>
    </message>
</context>
<context>
    <name>parallax::LinkDialog</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Link for %1</source>
        <translation>给 %1 的链接</translation>
    </message>
    <message>
        <source>Whoever opens this link can be measured</source>
        <translation>打开此链接的人即可被测量</translation>
    </message>
    <message>
        <source>Send this link to %1</source>
        <translation>把此链接发给 %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>parallax::LogDock</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>复制全部(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
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
        <translation>测试者</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>A tester came, but nothing could be measured: %1</source>
        <translation>有测试者到来，但无法测量：%1</translation>
    </message>
    <message>
        <source>1 tester</source>
        <translation>1 位测试者</translation>
    </message>
    <message>
        <source>%1 testers</source>
        <translation>%1 位测试者</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>capture on</source>
        <translation>抓包已开启</translation>
    </message>
    <message>
        <source>capture off</source>
        <translation>抓包已关闭</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1 个</translation>
    </message>
    <message>
        <source>The link is in the clipboard. Send it to whom you want to measure.</source>
        <translation>链接已复制到剪贴板。把它发给您要测量的人。</translation>
    </message>
    <message>
        <source>Press Stop, then Start to use the new settings.</source>
        <translation>按“停止”再按“开始”以使用新设置。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>A tester is being measured. Quitting cuts the run short.</source>
        <translation>正在测量一位测试者。退出会中断其测量。</translation>
    </message>
    <message>
        <source>%1 testers are being measured. Quitting cuts their runs short.</source>
        <translation>正在测量 %1 位测试者。退出会中断其测量。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>A trace failed: %1</source>
        <translation>一次路径追踪失败：%1</translation>
    </message>
    <message>
        <source>Stored paths: %1</source>
        <translation>已保存的路径：%1</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>A clock client failed: %1</source>
        <translation>时钟客户端失败：%1</translation>
    </message>
    <message>
        <source>The clock server failed: %1</source>
        <translation>时钟服务器失败：%1</translation>
    </message>
    <message>
        <source>Save pictures of the clocks</source>
        <translation>保存时钟图片</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>每隔几分钟</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>A picture of the clocks was not saved, so no more are: %1</source>
        <translation>一张时钟图片未能保存，因此不再继续保存：%1</translation>
    </message>
    <message>
        <source>The TCP server failed: %1</source>
        <translation>TCP 服务器失败：%1</translation>
    </message>
    <message>
        <source>A CSV file has a row for each answer. Of this path, or of its older part, only the figures of minutes are kept: export it as JSON.</source>
        <translation>CSV 文件中每个应答占一行。此路径（或其较早部分）只保留了每分钟的数值：请导出为 JSON。</translation>
    </message>
    <message>
        <source>A report has the mean and the last of all answers. Of this path, or of its older part, only the figures of minutes are kept.</source>
        <translation>报告需要全部应答的平均值和最近值。此路径或其较早部分只保留了每分钟的数值。</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>A copy holds every address as it was measured, your own ones too, although own addresses are hidden elsewhere.</source>
        <translation>副本包含测得的所有地址，也包括您的自有地址，尽管自有地址在其他地方是隐藏的。</translation>
    </message>
    <message>
        <source>&amp;Save anyway…</source>
        <translation>仍然保存(&amp;S)…</translation>
    </message>
    <message>
        <source>None of the %1 files was opened: at most %2 are opened at once.</source>
        <translation>%1 个文件均未打开：一次最多打开 %2 个。</translation>
    </message>
    <message>
        <source>The invitation is in the list. Press Start: then it has a link to send.</source>
        <translation>邀请已在列表中。按“开始”后，它就会有可发送的链接。</translation>
    </message>
    <message>
        <source>A run that is still going on cannot be exported: wait for its end.</source>
        <translation>仍在进行的测量无法导出：请等待其结束。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The changed settings cannot be saved, so they are lost when Parallax ends: %1</source>
        <translation>更改后的设置无法保存，Parallax 结束后将丢失：%1</translation>
    </message>
    <message>
        <source>The run is no longer shown: no picture of it was saved.</source>
        <translation>该测量已不再显示：未保存其图片。</translation>
    </message>
    <message>
        <source>The invitation is in the list. It gets its link when this machine has an address.</source>
        <translation>邀请已在列表中。本机有地址后，它会得到链接。</translation>
    </message>
</context>
<context>
    <name>parallax::NoticeRow</name>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>parallax::PacketAnswerModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>After, ms</source>
        <translation>用时，毫秒</translation>
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
        <translation>数据包的字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>常用</translation>
    </message>
</context>
<context>
    <name>parallax::PacketWorkbench</name>
    <message>
        <source>Packet workbench</source>
        <translation>数据包工作台</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>起始模板(&amp;B)</translation>
    </message>
    <message>
        <source>Save as &amp;pcapng…</source>
        <translation>另存为 pcapng(&amp;P)…</translation>
    </message>
    <message>
        <source>Bytes of the packet</source>
        <translation>数据包的字节</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>This packet may do harm:</source>
        <translation>此数据包可能造成危害：</translation>
    </message>
    <message>
        <source>Send a dangerous packet</source>
        <translation>发送危险的数据包</translation>
    </message>
    <message>
        <source>Send it only where you are allowed to.</source>
        <translation>请只发往您有权发送的地方。</translation>
    </message>
    <message>
        <source>&amp;Send nevertheless</source>
        <translation>仍然发送(&amp;S)</translation>
    </message>
    <message>
        <source>Sent %1 bytes to %2; waiting for answers…</source>
        <translation>已向 %2 发送 %1 字节；正在等待应答…</translation>
    </message>
    <message>
        <source>Sent: %1, answers: %2</source>
        <translation>已发送：%1，应答：%2</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>Sent: %1, then: %2</source>
        <translation>已发送：%1，随后：%2</translation>
    </message>
</context>
<context>
    <name>parallax::PathBar</name>
    <message>
        <source>St&amp;art</source>
        <translation>开始(&amp;A)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Host name or address to trace</source>
        <translation>要追踪的主机名或地址</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>主机名或地址</translation>
    </message>
    <message>
        <source>Kind of the probes</source>
        <translation>探测包的种类</translation>
    </message>
    <message>
        <source>Port of the probes</source>
        <translation>探测包的端口</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP 版本</translation>
    </message>
    <message>
        <source>IPv4 or 6</source>
        <translation>IPv4 或 6</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>Flows, to find the branches of load-balanced hops</source>
        <translation>流的数量，用于找出负载均衡跳的各分支</translation>
    </message>
    <message>
        <source> flows</source>
        <translation> 个流</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source> flow</source>
        <translation> 个流</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>选项(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Options (%1)…</source>
        <translation>选项(&amp;O) (%1)…</translation>
    </message>
    <message>
        <source>Packet size, DSCP, time-out, TTLs and source of the probes</source>
        <translation>探测的数据包大小、DSCP、超时、TTL 和来源</translation>
    </message>
    <message>
        <source>Not as usual:</source>
        <translation>与默认不同：</translation>
    </message>
</context>
<context>
    <name>parallax::PathCommands</name>
    <message>
        <source>&amp;Close the tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset statistics</source>
        <translation>重置统计(&amp;R)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Begins anew with the same target. What was stored so far stays among the stored paths.</source>
        <translation>对同一目标重新开始。此前已保存的测量保留在已保存的路径中。</translation>
    </message>
    <message>
        <source>Co&amp;ntinue</source>
        <translation>继续(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Sends rounds again</source>
        <translation>重新开始发送</translation>
    </message>
    <message>
        <source>Sends no more rounds until you continue: a gap, and no loss</source>
        <translation>在继续之前不再发送：算作空档，不算丢包</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Watched paths are not being saved at present: what was measured to %1 may be lost for good.</source>
        <translation>持续观察的路径目前未能保存：到 %1 的测量结果可能会永久丢失。</translation>
    </message>
</context>
<context>
    <name>parallax::PathDetail</name>
    <message>
        <source>Looking for %1…</source>
        <translation>正在查找 %1…</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>path MTU %1</source>
        <translation>路径 MTU %1</translation>
    </message>
    <message>
        <source>figures of %1 to %2</source>
        <translation>%1 至 %2 的数据</translation>
    </message>
    <message>
        <source>older than a week: of each minute only best, median, worst and loss are kept</source>
        <translation>早于一周：每分钟只保留最佳、中位数、最差和丢包</translation>
    </message>
    <message>
        <source>rounds %1 to %2</source>
        <translation>第 %1 至 %2 轮</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>%1 flows</source>
        <translation>%1 个流</translation>
    </message>
    <message>
        <source>1 round</source>
        <translation>1 轮</translation>
    </message>
</context>
<context>
    <name>parallax::PathEmpty</name>
    <message>
        <source>See the way to any host</source>
        <translation>查看通往任何主机的路径</translation>
    </message>
    <message>
        <source>Type a host name or an address above and press Start. The routers on the way appear within a round trip or two.</source>
        <translation>在上方输入主机名或地址，然后按“开始”。沿途的路由器会在一两个往返时间内出现。</translation>
    </message>
    <message>
        <source>Type a host</source>
        <translation>输入主机</translation>
    </message>
    <message>
        <source>Leave it running: drag over the timeline to look at a bad ten minutes; a changed route and the beginning and end of loss are noted with their times. What is watched is stored, to be opened again tomorrow.</source>
        <translation>让它持续运行：在时间线上拖动即可查看某段糟糕的十分钟；路由改变以及丢包的开始与结束都会连同时间记录下来。观察到的内容会被保存，明天可以再次打开。</translation>
    </message>
    <message>
        <source>Open a stored path…</source>
        <translation>打开已保存的路径…</translation>
    </message>
</context>
<context>
    <name>parallax::PathEventLog</name>
    <message>
        <source>Round-trip time that is worth an alert, in milliseconds</source>
        <translation>需要提醒的往返时间（毫秒）</translation>
    </message>
    <message>
        <source>Loss that is worth an alert, in per cent</source>
        <translation>需要提醒的丢包率（百分比）</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Events on the path</source>
        <translation>路径上的事件</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Alert when the median round trip is above</source>
        <translation>当往返时间中位数高于</translation>
    </message>
    <message>
        <source>or the loss above</source>
        <translation>或丢包率高于</translation>
    </message>
</context>
<context>
    <name>parallax::PathEventModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>parallax::PathFront</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All targets at a glance</source>
        <translation>所有目标一览</translation>
    </message>
</context>
<context>
    <name>parallax::PathModel</name>
    <message>
        <source>(own)</source>
        <translation>（自有）</translation>
    </message>
    <message>
        <source>TTL %1</source>
        <translation>TTL %1</translation>
    </message>
    <message>
        <source>Nobody answers here. Routers may keep silent and still forward everything.</source>
        <translation>此处无人应答。路由器可以不应答但仍转发一切。</translation>
    </message>
    <message>
        <source>%1 never left this machine: its network refused them.</source>
        <translation>%1 个从未离开本机：本机网络拒绝了它们。</translation>
    </message>
    <message>
        <source>%1 of the lost answers: it seems to limit how often it answers, and the path did not lose these.</source>
        <translation>%1 个丢失的应答：对方似乎限制应答频率，路径本身并未丢失这些包。</translation>
    </message>
    <message>
        <source>Latency, 0 to %1 ms</source>
        <translation>时延，0 到 %1 毫秒</translation>
    </message>
    <message>
        <source>Round trips in milliseconds: best %1, mean %2, last %3, worst %4</source>
        <translation>往返时间（毫秒）：最短 %1，平均 %2，最近 %3，最长 %4</translation>
    </message>
    <message>
        <source>%1; the mean or the loss is above the limit of an alert</source>
        <translation>%1；平均值或丢包率高于警报限值</translation>
    </message>
    <message>
        <source>%1 were refused: somebody on the way says that the target cannot be reached, or that they are too large.</source>
        <translation>其中 %1 个被拒绝：途中有节点称目标不可达，或称探测包过大。</translation>
    </message>
</context>
<context>
    <name>parallax::PathOverview</name>
    <message>
        <source>All targets at a glance</source>
        <translation>所有目标一览</translation>
    </message>
    <message>
        <source>&amp;Open its tab</source>
        <translation>打开其标签页(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>%1, beyond a limit</source>
        <translation>%1，超过限值</translation>
    </message>
    <message>
        <source>%1, unable to send</source>
        <translation>%1，无法发送</translation>
    </message>
</context>
<context>
    <name>parallax::PathOverviewModel</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last [ms]</source>
        <translation>最近 [ms]</translation>
    </message>
    <message>
        <source>Mean [ms]</source>
        <translation>平均 [ms]</translation>
    </message>
    <message>
        <source>Loss [%]</source>
        <translation>丢包 [%]</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近事件</translation>
    </message>
</context>
<context>
    <name>parallax::PathPage</name>
    <message>
        <source>No host is known by the name “%1”. Check its spelling, or that this computer reaches a name server.</source>
        <translation>没有名为“%1”的主机。请检查拼写，或检查本机能否访问名称服务器。</translation>
    </message>
    <message>
        <source>%1 was not traced: %2</source>
        <translation>未能追踪 %1：%2</translation>
    </message>
</context>
<context>
    <name>parallax::PathTable</name>
    <message>
        <source>Hops of the path</source>
        <translation>路径上的各跳</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;whole path in the timeline</source>
        <translation>在时间线中显示整条路径(&amp;W)</translation>
    </message>
    <message>
        <source>Copy as &amp;mtr report</source>
        <translation>复制为 mtr 报告(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
</context>
<context>
    <name>parallax::PathTabs</name>
    <message>
        <source>Traced hosts</source>
        <translation>已追踪的主机</translation>
    </message>
    <message>
        <source>%1: running</source>
        <translation>%1：进行中</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>%1：已结束</translation>
    </message>
    <message>
        <source>%1: running, a limit is passed</source>
        <translation>%1：进行中，已超过限值</translation>
    </message>
    <message>
        <source>%1: ended, a limit was passed</source>
        <translation>%1：已结束，曾超过限值</translation>
    </message>
    <message>
        <source>looking for its address</source>
        <translation>正在查找地址</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1：已暂停</translation>
    </message>
    <message>
        <source>%1: paused, a limit was passed</source>
        <translation>%1：已暂停，曾超过限值</translation>
    </message>
    <message>
        <source>%1: paused, was unable to send</source>
        <translation>%1：已暂停，曾无法发送</translation>
    </message>
    <message>
        <source>%1: running, unable to send</source>
        <translation>%1：进行中，无法发送</translation>
    </message>
    <message>
        <source>%1: ended, was unable to send</source>
        <translation>%1：已结束，曾无法发送</translation>
    </message>
</context>
<context>
    <name>parallax::PathTrouble</name>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2：%3</translation>
    </message>
</context>
<context>
    <name>parallax::PathViews</name>
    <message>
        <source>Pictures of the path</source>
        <translation>路径的图示</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Each hop</source>
        <translation>各跳</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events (%1)</source>
        <translation>事件（%1）</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>端到端</translation>
    </message>
    <message>
        <source>Traced once: there is nothing over time</source>
        <translation>只追踪了一次：没有随时间的变化可显示</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
</context>
<context>
    <name>parallax::ProbeDialog</name>
    <message>
        <source>Options of the probes</source>
        <translation>探测选项</translation>
    </message>
    <message>
        <source>For what is started from now on, and remembered for the next time.</source>
        <translation>用于此后启动的追踪，下次启动时仍有效。</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>恢复默认(&amp;D)</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>The whole IP packet by ICMP or UDP, never fragmented: 60 bytes by IPv4 and 80 by IPv6 as usual. A TCP SYN carries no data.</source>
        <translation>ICMP 或 UDP 的整个 IP 数据包，从不分片：默认 IPv4 为 60 字节，IPv6 为 80 字节。TCP SYN 不携带数据。</translation>
    </message>
    <message>
        <source>The class that the probes ask routers for; the command line&apos;s --tos is four times its number</source>
        <translation>探测向路由器请求的类别；命令行的 --tos 是其编号的四倍</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>An answer that comes later counts as lost</source>
        <translation>更晚到达的应答算作丢失</translation>
    </message>
    <message>
        <source>&amp;Packet size</source>
        <translation>数据包大小(&amp;P)</translation>
    </message>
    <message>
        <source>D&amp;SCP</source>
        <translation>DSCP(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Time-out</source>
        <translation>超时(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;First TTL</source>
        <translation>起始 TTL(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Largest TTL</source>
        <translation>最大 TTL(&amp;L)</translation>
    </message>
    <message>
        <source>as the routes say</source>
        <translation>按路由选择</translation>
    </message>
    <message>
        <source>An address of this machine, which the probes leave from</source>
        <translation>本机的一个地址，探测由此发出</translation>
    </message>
    <message>
        <source>A network device of this machine, such as eth0</source>
        <translation>本机的网络设备，例如 eth0</translation>
    </message>
    <message>
        <source>The source must be an IP address.</source>
        <translation>来源必须是 IP 地址。</translation>
    </message>
    <message>
        <source>Source &amp;address</source>
        <translation>源地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Network device</source>
        <translation>网络设备(&amp;N)</translation>
    </message>
</context>
<context>
    <name>parallax::QrView</name>
    <message>
        <source>QR code of the link</source>
        <translation>链接的二维码</translation>
    </message>
</context>
<context>
    <name>parallax::SendBar</name>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>份数(&amp;C)</translation>
    </message>
    <message>
        <source>e&amp;very</source>
        <translation>间隔(&amp;V)</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>&amp;wait</source>
        <translation>等待(&amp;W)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>parallax::SettingEditor</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Back to the default, %1</source>
        <translation>恢复默认值 %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Desktop&apos;s own</source>
        <translation>跟随桌面</translation>
    </message>
</context>
<context>
    <name>parallax::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes here take effect when Parallax is started again.</source>
        <translation>此处的更改在重新启动 Parallax 后生效。</translation>
    </message>
    <message>
        <source>Changes here take effect at the next Start.</source>
        <translation>此处的更改在下次“开始”时生效。</translation>
    </message>
</context>
<context>
    <name>parallax::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>parallax::StoredPathModel</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>parallax::StoredPathsDialog</name>
    <message>
        <source>Stored paths</source>
        <translation>已保存的路径</translation>
    </message>
    <message>
        <source>Reading the store…</source>
        <translation>正在读取存储…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>No path has been stored yet: a path that is watched round after round is stored by itself.</source>
        <translation>尚未保存任何路径：逐轮持续观察的路径会自动保存。</translation>
    </message>
    <message>
        <source>Delete a stored path</source>
        <translation>删除已保存的路径</translation>
    </message>
    <message>
        <source>Delete what was measured to %1 from %2 to %3? It cannot be brought back.</source>
        <translation>删除从 %2 到 %3 对 %1 的测量？删除后无法恢复。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>It is being watched: stop it first.</source>
        <translation>正在观察中：请先停止。</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>parallax::TcpConnectionModel</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>收到字节</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>发出字节</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>parallax::TcpServerDialog</name>
    <message>
        <source>&amp;Others may connect</source>
        <translation>允许其他机器连接(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Start server</source>
        <translation>启动服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop server</source>
        <translation>停止服务器(&amp;S)</translation>
    </message>
    <message>
        <source>TCP connections</source>
        <translation>TCP 连接</translation>
    </message>
    <message>
        <source>A time and echo server: the line “time” is answered with the time of this machine, every other line with itself. A few threads share all connections.</source>
        <translation>时间与回显服务器：对“time”一行回答本机时间，其他各行原样返回。少数线程共同处理所有连接。</translation>
    </message>
    <message>
        <source>Command that connects to this server from elsewhere</source>
        <translation>从其他机器连接此服务器的命令</translation>
    </message>
    <message>
        <source>The command to connect is shown here while the server runs</source>
        <translation>服务器运行时，此处显示用于连接的命令</translation>
    </message>
    <message>
        <source>TCP port of the time server</source>
        <translation>时间服务器的 TCP 端口</translation>
    </message>
    <message>
        <source>Listens at every address of this machine. Otherwise only programs on it may connect.</source>
        <translation>在本机的所有地址上监听。否则只有本机上的程序可以连接。</translation>
    </message>
    <message>
        <source>Connections and their counts</source>
        <translation>各连接及其计数</translation>
    </message>
    <message>
        <source>TCP server runs</source>
        <translation>TCP 服务器正在运行</translation>
    </message>
    <message>
        <source>No TCP server here</source>
        <translation>本机没有 TCP 服务器</translation>
    </message>
    <message>
        <source>%1 open of %2 connections so far, %3 refused; %4 requests</source>
        <translation>共 %2 个连接，其中 %1 个已打开，拒绝 %3 个；%4 个请求</translation>
    </message>
    <message>
        <source>Run this on another machine to connect to this server; HOST is an address of this machine</source>
        <translation>在另一台机器上运行它来连接此服务器；HOST 是本机的一个地址</translation>
    </message>
    <message>
        <source>Run this on another machine to connect to this server</source>
        <translation>在另一台机器上运行它来连接此服务器</translation>
    </message>
</context>
<context>
    <name>parallax::TesterDetail</name>
    <message>
        <source>RTT per hop</source>
        <translation>各跳 RTT</translation>
    </message>
    <message>
        <source>Distribution of round trips, with medians [ms]</source>
        <translation>往返时间分布及中位数 [ms]</translation>
    </message>
    <message>
        <source>Latency ladder</source>
        <translation>时延阶梯</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Distribution of round trips</source>
        <translation>往返时间分布</translation>
    </message>
</context>
<context>
    <name>parallax::TesterModel</name>
    <message>
        <source>How much longer the browser takes to answer than what answers for it on the network</source>
        <translation>浏览器的应答比网络中代其应答的一方慢多少</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>测试者</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Gap [ms]</source>
        <translation>差值 [ms]</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>parallax::TesterTable</name>
    <message>
        <source>Testers</source>
        <translation>测试者</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export selected</source>
        <translation>导出所选(&amp;E)</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;tester…</source>
        <translation>CSV，每个测试者一行(&amp;T)…</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;sample…</source>
        <translation>CSV，每个样本一行(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>JSON Lines(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;CalcuLatency JSON…</source>
        <translation>CalcuLatency JSON(&amp;C)…</translation>
    </message>
    <message>
        <source>E&amp;nd this run</source>
        <translation>结束本次测量(&amp;N)</translation>
    </message>
</context>
<context>
    <name>parallax::TestersPage</name>
    <message>
        <source>Filter by name, address or verdict</source>
        <translation>按名称、地址或结论筛选</translation>
    </message>
    <message>
        <source>Filter the testers</source>
        <translation>筛选测试者</translation>
    </message>
</context>
<context>
    <name>SeriesText</name>
    <message>
        <source>%1 to %2, median %3</source>
        <translation>%1 到 %2，中位数 %3</translation>
    </message>
    <message>
        <source>%1 of %2 lost</source>
        <translation>%2 个中丢失 %1 个</translation>
    </message>
</context>
<context>
    <name>parallax::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Drag to focus on a span, double-click or Esc to leave it. Wheel or + and - to zoom, Shift and drag or arrow keys to move, Home for the whole, Return to focus on what is in view.</source>
        <translation>拖动以查看一段时间，双击或按 Esc 退出。滚轮或 + 和 - 缩放，按住 Shift 拖动或用方向键移动，Home 显示全部，回车键查看当前可见的部分。</translation>
    </message>
</context>
<context>
    <name>parallax::TopBar</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>二维码(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>邀请(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>The link to send; there is one for each address of this machine</source>
        <translation>要发送的链接；本机每个地址各有一个</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Show the link as a QR code, for a phone&apos;s camera</source>
        <translation>以二维码显示链接，供手机扫描</translation>
    </message>
    <message>
        <source>Make a link with a name and an end of its own</source>
        <translation>创建带有名称和到期时间的链接</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses; choose the one that the tester can reach</source>
        <translation>
            <numerusform>%n 个地址；请选择测试者能访问的那个</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Link revoked</source>
        <translation>链接已撤销</translation>
    </message>
</context>
<context>
    <name>parallax::VerdictBanner</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>The first answers are on their way.</source>
        <translation>首批应答正在路上。</translation>
    </message>
    <message>
        <source>What would settle it:</source>
        <translation>怎样才能得出结论：</translation>
    </message>
</context>
<context>
    <name>parallax::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;tester…</source>
        <translation>CSV，每个测试者一行(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>CSV, a row for each &amp;sample…</source>
        <translation>CSV，每个样本一行(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>JSON Lines(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;CalcuLatency JSON…</source>
        <translation>CalcuLatency JSON(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Save chart as PNG or SVG</source>
        <translation>将图表保存为 PNG 或 SVG(&amp;S)</translation>
    </message>
    <message>
        <source>Latency &amp;ladder…</source>
        <translation>时延阶梯(&amp;L)…</translation>
    </message>
    <message>
        <source>RTT per &amp;hop…</source>
        <translation>各跳 RTT(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Distribution…</source>
        <translation>分布(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Copy the &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Find a tester</source>
        <translation>查找测试者(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>深色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>开始(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;Try the link on this computer</source>
        <translation>在本机试用链接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>邀请(&amp;I)…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>I&amp;nvitations…</source>
        <translation>邀请列表(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;How to read the pictures</source>
        <translation>如何看图(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Parallax</source>
        <translation>关于 Parallax(&amp;A)</translation>
    </message>
    <message>
        <source>Export the &amp;path</source>
        <translation>导出路径(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;CSV, a row for each answer…</source>
        <translation>CSV，每个应答一行(&amp;C)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Timeline as PNG or SVG…</source>
        <translation>时间线存为 PNG 或 SVG(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Each hop as PNG or SVG…</source>
        <translation>各跳存为 PNG 或 SVG(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Map as PNG or SVG…</source>
        <translation>地图存为 PNG 或 SVG(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Hide own addresses of the path</source>
        <translation>隐藏路径中的自有地址(&amp;H)</translation>
    </message>
    <message>
        <source>T&amp;race a host</source>
        <translation>追踪主机(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>&amp;Open a stored path…</source>
        <translation>打开已保存的路径(&amp;O)…</translation>
    </message>
    <message>
        <source>Export the &amp;clocks</source>
        <translation>导出时钟(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;urves as PNG or SVG…</source>
        <translation>曲线另存为 PNG 或 SVG(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Distribution as PNG or SVG…</source>
        <translation>分布另存为 PNG 或 SVG(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Save both every few minutes…</source>
        <translation>每隔几分钟保存两者(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Packet workbench…</source>
        <translation>数据包工作台(&amp;P)…</translation>
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
        <translation>路径地图</translation>
    </message>
    <message>
        <source>TTL %1: %2</source>
        <translation>TTL %1：%2</translation>
    </message>
    <message>
        <source>%1 km from the hop before: light in vacuum needs longer than this answer took.</source>
        <translation>距前一跳 %1 公里：真空中的光所需的时间比这次应答更长。</translation>
    </message>
    <message>
        <source>Wheel or + and - to zoom, drag or arrow keys to move, double-click or Home for all.</source>
        <translation>滚轮或 + 和 - 缩放，拖动或用方向键移动，双击或按 Home 显示全部。</translation>
    </message>
    <message>
        <source>No hop&apos;s place is known. scripts/fetch-geo.sh --cities fetches a file that knows some; then start Parallax again. Nothing is asked of the network while you trace.</source>
        <translation>没有任何一跳的地点是已知的。scripts/fetch-geo.sh --cities 会获取一个包含部分地点的文件；之后请重新启动 Parallax。追踪期间不会向网络查询任何内容。</translation>
    </message>
</context>
</TS>
