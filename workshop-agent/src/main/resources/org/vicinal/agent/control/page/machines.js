// A card for each machine: what it does, and what a person may do about it.

import { act, dated, h, named } from "./dom.js";
import { get, picture, post } from "./talk.js";

const BAD = new Set(["faulted", "alarm", "absent"]);
const WAITS = new Set(["attention", "occupied", "holding", "taken"]);
const AT_WORK = new Set(["checking", "streaming", "holding", "draining", "attention"]);

export function machineCard(machine, old) {
  const { mill } = machine;
  const card = h(
    "article",
    { class: "card", "aria-label": machine.name },
    h("div", { class: "head" }, h("h3", {}, machine.name), tag(machine.condition)),
    h("p", {}, dated(machine.why)),
    h("p", { class: "quiet reading" }, inWords(machine.reading)),
    machine.learned ? h("p", { class: "quiet" }, machine.learned) : "",
    machine.run ? part(machine) : "",
    machine.run ? progress(machine.run) : "",
    h("div", { class: "row" }, ...buttons(machine, mill)),
    mill && machine.condition === "occupied" ? stock(machine) : "",
    h("p", { class: "answer", role: "status" }),
    more(machine, old),
  );
  return card;
}

const PLACES = { T: "nozzle", B: "bed", C: "chamber" };

/** `T:204.8 /210.0 B:60.1 /60.0 @:0`, as people say it; whatever else it is stays as it is. */
export function inWords(reading) {
  const sensors = [...reading.matchAll(/\b([TBC]\d?):\s*(-?[\d.]+)\s*\/\s*(-?[\d.]+)/g)];
  return sensors.length === 0
    ? reading
    : sensors
        .map(([, name, now, goal]) => {
          const place = PLACES[name[0]] + (name.length > 1 ? " " + name[1] : "");
          return `${place} ${Math.round(now)} \u00B0C` + (Number(goal) > 0 ? ` of ${Math.round(goal)}` : "");
        })
        .join(", ");
}

function tag(condition) {
  const style = BAD.has(condition) ? "tag bad" : WAITS.has(condition) ? "tag wait" : "tag";
  return h("span", { class: style }, condition);
}

function part(machine) {
  const image = h("img", { class: "part", alt: "the part that is being made", hidden: true });
  picture(`machines/${encodeURIComponent(machine.name)}/picture`, machine.run.run).then(
    (address) => {
      image.src = address;
      image.hidden = false;
    },
    () => {}, // there is none of every program
  );
  return image;
}

function progress(run) {
  const share = run.lines > 0 ? Math.floor((100 * run.line) / run.lines) : 0;
  return h(
    "div",
    {},
    h("progress", { max: run.lines, value: run.line, "aria-label": "how far the piece is" }),
    h("p", { class: "quiet" }, `${share} % of piece ${run.piece}, lot ${run.lot}`),
  );
}

function buttons(machine, mill) {
  const ask = (what, words) => () => post(`machines/${encodeURIComponent(machine.name)}/${what}`).then(() => words);
  const all = [named(act("Stop", "stop", ask("stop", "Stopped. Look at it before it goes on.")), "stop")];
  const add = (words, what, style = "", said = "") => all.push(named(act(words, style, ask(what, said)), what));
  if (machine.condition === "streaming") {
    add("Pause", "pause");
  }
  if (machine.condition === "holding" || machine.condition === "attention" || machine.condition === "taken") {
    add(machine.condition === "attention" ? "Done, go on" : "Go on", "resume", "main");
  }
  if (machine.run && AT_WORK.has(machine.condition)) {
    all.push(
      named(
        act("Cancel", "", async () => {
          if (confirm(`End this run of ${machine.name}? The rest of the lot goes back.`)) {
            await ask("cancel")();
          }
        }),
        "cancel",
      ),
    );
  }
  if (machine.condition === "alarm") {
    add("Find home", "home", "main");
    add("Unlock", "unlock");
  }
  if (machine.condition === "occupied" || machine.condition === "faulted") {
    const words = machine.condition === "faulted" ? "I have seen to it" : mill ? "Nothing is in the way" : "The bed is clear";
    if (!mill || machine.condition === "faulted") {
      all.push(named(act(words, "main", () => confirmed(machine, { what: words })), "confirm"));
    }
  }
  return all;
}

function confirmed(machine, body) {
  return post(`machines/${encodeURIComponent(machine.name)}/confirmation`, body).then(() => "Written down.");
}

function stock(machine) {
  const size = named(h("input", { placeholder: "200x150x12", size: 12 }), "stock");
  const zero = h("select", {}, ...["corner", "centre", "bottom"].map((word) => h("option", {}, word)));
  return h(
    "div",
    { class: "row" },
    h("label", {}, "stock (mm)", size),
    h("label", {}, "zero at its", zero),
    act("Stock, tool and zero are set", "main", () =>
      confirmed(machine, { what: "stock, tool and zero are set", ...(size.value ? { stock: size.value, zero: zero.value } : {}) }),
    ),
  );
}

/** The console, and steps by hand; both only where there is no run. */
function more(machine, old) {
  const open = old?.querySelector("details")?.open ?? false;
  const lines = h("pre", { tabindex: 0, "aria-label": "what went over the line" });
  const line = named(h("input", { "aria-label": "a line for the machine", placeholder: "M503", size: 14 }), "line");
  const path = `machines/${encodeURIComponent(machine.name)}`;
  const send = act("Send", "", async () => {
    await post(path + "/console", { line: line.value });
    line.value = "";
  });
  line.addEventListener("keydown", (key) => key.key === "Enter" && send.click());
  const step = h("select", { "aria-label": "step in millimetres" }, ...[1, 10, 50, 0.1].map((mm) => h("option", { value: mm }, mm + " mm")));
  const jogs = ["x-", "x+", "y-", "y+", "z-", "z+"].map((way) =>
    act(way.toUpperCase().replace("-", "\u2212"), "", () =>
      post(path + "/jog", { [way[0]]: (way[1] === "-" ? -1 : 1) * Number(step.value), feed: way[0] === "z" ? 300 : 1500 }),
    ),
  );
  const details = h(
    "details",
    { open },
    h("summary", {}, "Console, and steps by hand"),
    lines,
    h("div", { class: "row" }, line, send),
    h("div", { class: "row" }, step, ...jogs),
  );
  watch(details, lines, path);
  return details;
}

const SHOWN = 60;

function watch(details, lines, path) {
  let since = 0;
  const all = [];
  const look = async () => {
    if (!details.isConnected && since > 0) {
      return; // the card was built anew
    }
    if (details.open) {
      const news = await get(`${path}/console?since=${since}`).catch(() => []);
      for (const piece of news) {
        since = piece.number;
        all.push(`${piece.direction === "OUT" ? ">" : piece.direction === "IN" ? "<" : "\u00B7"} ${piece.text.trimEnd()}`);
      }
      if (news.length > 0) {
        all.splice(0, Math.max(0, all.length - SHOWN));
        lines.textContent = all.join("\n");
        lines.scrollTop = lines.scrollHeight;
      }
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, details.open ? 0 : 1000);
}
