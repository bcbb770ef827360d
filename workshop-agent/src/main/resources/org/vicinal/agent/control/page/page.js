// One page for one workshop: everything is drawn from GET /status, again after each event.

import { fill, h, run } from "./dom.js";
import { inWords, machineCard } from "./machines.js";
import { ownCard } from "./own.js";
import { follow, get, post } from "./talk.js";
import { callCard, lotCard, saidLines, shelfCard } from "./work.js";

const box = (id) => document.getElementById(id);
let machines = [];
let asked = 0;

function draw(status, calls, answers) {
  machines = status.machines;
  document.title = status.workshop;
  box("name").textContent = status.workshop;
  box("link").textContent = status.connection.words + (status.unsent > 0 ? `; ${status.unsent} reports wait` : "");
  box("link").className = status.connection.connected ? "live" : "";
  fill(box("machines"), status.machines.map(withoutReading), (m) => m.name, (m, old) => machineCard({ ...m, reading: readings.get(m.name) ?? "" }, old), "No machine is configured: ./vicinal agent setup");
  for (const machine of status.machines) {
    show(machine.name, machine.reading);
  }
  fill(box("calls"), calls, (c) => c.job, callCard, "No call waits for an answer.");
  fill(box("queue"), status.queue, (l) => l.lot, lotCard, "Nothing is promised.");
  fill(box("own"), [{ names: status.machines.map((m) => m.name) }], () => "own", ownCard, "");
  fill(box("shelf"), status.shelf, (l) => l.lot, shelfCard, "Nothing.");
  const said = saidLines(answers, status.notices);
  box("said").replaceChildren(...(said.length > 0 ? said : [h("p", { class: "none" }, "Nothing yet.")]));
}

const readings = new Map();

/** Temperatures change all the time, and a card that is built anew each time would be hard to press. */
function withoutReading({ reading, run: going, ...rest }) {
  return { ...rest, ...(going ? { run: { ...going, line: Math.floor((200 * going.line) / Math.max(1, going.lines)), lines: 200 } } : {}) };
}

function show(name, reading) {
  readings.set(name, reading);
  const card = box("machines").querySelector(`[data-key="${CSS.escape(name)}"] .reading`);
  if (card) {
    card.textContent = inWords(reading);
  }
}

async function refresh() {
  const mine = ++asked;
  const [status, calls, answers] = await Promise.all([get("status"), get("calls"), get("answers")]);
  if (mine === asked) {
    draw(status, calls, answers);
    box("trouble").hidden = true;
  }
}

let due = 0;
function soon() {
  clearTimeout(due);
  due = setTimeout(() => refresh().catch(trouble), 120);
}

function trouble(error) {
  box("trouble").hidden = false;
  box("trouble").textContent = error.message;
}

box("stop-all").addEventListener("click", () =>
  run(box("stop-all"), () => Promise.all(machines.map((m) => post(`machines/${encodeURIComponent(m.name)}/stop`)))),
);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
setInterval(() => document.visibilityState === "visible" && soon(), 4000);
follow(
  (kind, data) => (kind === "reading" ? show(data.machine, data.reading) : soon()),
  (state) => {
    if (state === "locked") {
      trouble(new Error("This page needs its key: open the address that ./vicinal agent page prints. Each start of the agent has a new one."));
    } else if (state === "away") {
      box("link").textContent = "the agent does not answer; trying again";
      box("link").className = "";
    } else {
      soon();
    }
  },
);
