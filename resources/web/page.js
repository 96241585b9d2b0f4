// SPDX-License-Identifier: GPL-3.0-or-later
(() => {
    "use strict";

    const element = (id) => document.getElementById(id);
    const { socket: address, page: ticket, runs, texts } = JSON.parse(element("page-data").textContent);
    const [before, progress, result] = ["before", "progress", "result"].map(element);
    const retryDelays = [500, 1500, 4000];
    const dead = 403; // what the page of an expired link answers
    const patience = 5000; // a packet filter that says nothing leaves a browser connecting for minutes
    const numbers = (digits) =>
        new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const milliseconds = (value) => `${numbers(value < 99.95 ? 1 : 0).format(value)} ms`;

    let connection = null;
    let attempts = 0;
    let finished = false;
    let run = 1; // of `runs`, each on a connection of its own
    let latest = null; // the result of the run before

    // ---- The connection. A pong leaves before anything else is done.

    function connect() {
        const socket = opening();
        if (!socket) {
            stop(texts.error);
            return;
        }
        let refusal = "";
        let opened = false;
        connection = socket;
        const tooLate = setTimeout(() => socket.close(), patience);
        socket.onmessage = ({ data }) => {
            if (data.startsWith('{"type":"ping"')) {
                socket.send(data.replace("ping", "pong"));
                return;
            }
            const message = JSON.parse(data);
            if (message.type === "progress")
                requestAnimationFrame(() => socket === connection && showProgress(message));
            else if (message.type === "result")
                ended(message.data);
            else if (message.type === "error")
                refusal = message.message;
        };
        socket.onopen = () => {
            opened = true;
            clearTimeout(tooLate);
            tell({ type: "hello", time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "",
                language: navigator.language || "", visible: !document.hidden, page: ticket });
            showProgress({ done: 0, text: texts.progress_measuring });
        };
        socket.onclose = ({ code }) => {
            clearTimeout(tooLate);
            if (finished || socket !== connection)
                return;
            if (code === 1013 && attempts < retryDelays.length && latest)
                wait(texts.retrying);
            else if (code === 1013)
                stop(texts.busy);
            else if (code === 1008 || code === 1011)
                giveUp(refusal || texts.error);
            else
                retry(opened);
        };
    }

    // Null where the browser may not even try, as from a page of https: to a socket of ws:.
    function opening() {
        try {
            return new WebSocket(address);
        } catch {
            return null;
        }
    }

    function ended(data) {
        latest = data;
        if (run === runs) {
            show(data);
            return;
        }
        ++run;
        attempts = 0;
        element("live").textContent = "";
        showRun();
        showProgress({ done: 0, text: texts.progress_connecting });
        connect();
    }

    function tell(message) {
        if (connection && connection.readyState === WebSocket.OPEN)
            connection.send(JSON.stringify(message));
    }

    // A refused socket does not say why, but the page's own address does: an expired link answers 403 there.
    async function retry(opened) {
        const status = opened ? 0 : await pageStatus();
        if (status === dead)
            leave();
        else if (attempts < retryDelays.length)
            wait(opened ? `${texts.lost} ${texts.retrying}` : texts.retrying);
        else
            stop(status === 200 ? texts.port_closed.replace("{port}", port()) : texts.gave_up);
    }

    function port() {
        const { protocol, port: named } = new URL(address);
        return named || (protocol === "wss:" ? "443" : "80");
    }

    function wait(reason) {
        element("doing").textContent = reason;
        setTimeout(connect, retryDelays[attempts++]);
    }

    async function giveUp(reason) {
        if (await pageStatus() === dead) // revoked meanwhile
            leave();
        else
            stop(reason);
    }

    // The page itself says why the link is dead; what has been measured is worth more.
    function leave() {
        if (latest)
            show(latest);
        else
            location.reload();
    }

    // 0 where it does not answer.
    async function pageStatus() {
        try {
            return (await fetch(location.href, { method: "HEAD", cache: "no-store" })).status;
        } catch {
            return 0;
        }
    }

    // ---- The three states.

    function start() {
        if (!("WebSocket" in window)) {
            stop(texts.no_websocket);
            return;
        }
        attempts = 0;
        finished = false;
        run = 1;
        latest = null;
        before.hidden = true;
        element("problem").hidden = true;
        clearResult();
        progress.hidden = false;
        element("live").textContent = "";
        showRun();
        showProgress({ done: 0, text: texts.progress_connecting });
        showVisibility();
        progress.focus();
        connect();
    }

    function stop(reason) {
        connection = null;
        if (latest) { // more runs would have been better, but there is a result
            show(latest);
            return;
        }
        progress.hidden = true;
        before.hidden = false;
        element("problem").textContent = reason;
        element("problem").hidden = false;
        element("start").focus();
    }

    function showProgress({ done, text, min_ms: minimum }) {
        if (finished)
            return;
        element("bar").value = (run - 1 + done) / runs;
        if (text && element("doing").textContent !== text)
            element("doing").textContent = text;
        if (Number.isFinite(minimum))
            element("live").textContent = texts.live_minimum.replace("{rtt}", milliseconds(minimum));
    }

    function showRun() {
        element("run").hidden = runs === 1;
        element("run").textContent = texts.run_of.replace("{run}", run).replace("{runs}", runs);
    }

    function showVisibility() {
        element("hidden-hint").hidden = !document.hidden;
    }

    // ---- The result.

    function make(tag, text, className) {
        const made = document.createElement(tag);
        made.textContent = text || "";
        if (className)
            made.className = className;
        return made;
    }

    function clearResult() {
        result.replaceChildren();
        result.removeAttribute("data-kind");
    }

    function bar(value, gap, largest, layer) {
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("viewBox", "0 0 100 10");
        svg.setAttribute("preserveAspectRatio", "none");
        svg.setAttribute("aria-hidden", "true");
        const box = (from, to, className) => {
            const rectangle = document.createElementNS(svg.namespaceURI, "rect");
            const shape = { x: from / largest * 100, width: Math.max((to - from) / largest * 100, .8), height: 10 };
            for (const [name, size] of Object.entries(shape))
                rectangle.setAttribute(name, size);
            rectangle.setAttribute("class", className);
            svg.append(rectangle);
        };
        box(0, value - gap, layer);
        if (gap > 0)
            box(value - gap, value, "gap");
        return svg;
    }

    function ladder(rungs) {
        const list = make("ol", "", "ladder");
        const largest = Math.max(...rungs.map((rung) => rung.min_ms), .1);
        for (const { label, min_ms: value, layer, gap_ms: gap = 0 } of rungs) {
            const row = make("div", "", "rung");
            row.append(make("span", label), make("b", milliseconds(value)));
            const item = make("li");
            item.append(row, bar(value, gap, largest, layer));
            if (gap)
                item.append(make("div", `+${milliseconds(gap)}`, "gap-note"));
            list.append(item);
        }
        return list;
    }

    function asText(data, rungs) {
        const steps = rungs.map(({ label, min_ms: value }) => `${label}: ${milliseconds(value)}`);
        return [`${data.kind_text}. ${data.sentence}`, ...steps, data.meaning, data.session || ""].filter(Boolean).join("\n");
    }

    function button(text, act) {
        const made = make("button", text);
        made.type = "button";
        made.addEventListener("click", () => act(made));
        return made;
    }

    async function copy(text, pressed) {
        pressed.textContent = await copied(text) ? texts.copied : texts.copy_failed;
        setTimeout(() => { pressed.textContent = texts.copy; }, 3000);
    }

    async function copied(text) {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch { // without https there is only the old way
            const area = make("textarea", text);
            document.body.append(area);
            area.select();
            const done = document.execCommand("copy");
            area.remove();
            return done;
        }
    }

    function show(data) {
        finished = true;
        const rungs = (data.ladder || []).filter((rung) => Number.isFinite(rung.min_ms));
        const heading = make("h1", data.kind_text || texts.result_heading, "kind");
        heading.tabIndex = -1;
        const parts = [heading, make("p", data.sentence || data.message, "lead")];
        if (data.complete === false)
            parts.push(make("p", texts.incomplete, "warning"));
        if (data.meaning)
            parts.push(make("h2", texts.meaning_heading), make("p", data.meaning));
        if (rungs.length)
            parts.push(make("h2", texts.ladder_heading), ladder(rungs));
        const actions = make("div", "", "actions");
        actions.append(button(texts.copy, (pressed) => copy(asText(data, rungs), pressed)), button(texts.again, start));
        parts.push(actions, make("p", texts.may_close, "quiet"));
        result.replaceChildren(...parts);
        result.dataset.kind = data.kind || "";
        progress.hidden = true;
        heading.focus();
    }

    document.addEventListener("visibilitychange", () => {
        tell({ type: "visibility", visible: !document.hidden });
        showVisibility();
    });
    element("start").addEventListener("click", start);
})();
