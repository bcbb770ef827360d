// Programs of one's own: chosen or dropped, checked for the machine, and queued beside the network's work.

import { act, h, named, run } from "./dom.js";
import { bring } from "./talk.js";

export function ownCard({ names }) {
  const file = named(h("input", { type: "file", accept: ".gcode,.gco,.g,.gc,.bgcode,.nc,.ngc,.tap,.cnc", "aria-label": "program" }), "program");
  const machine = h("select", { "aria-label": "machine" }, ...names.map((name) => h("option", {}, name)));
  const make = act("Make it", "main", () => queued(machine.value, file));
  const card = h(
    "article",
    { class: "card drop", "aria-label": "A program of your own" },
    h("h3", {}, "A program of your own"),
    h("p", { class: "quiet" }, "Drop G-code here. It is checked for the machine, makes nothing late that is promised, and begins when somebody has said that the bed is clear."),
    h("div", { class: "row" }, file, machine, make),
    h("p", { class: "answer", role: "status" }),
  );
  card.addEventListener("dragover", (event) => event.preventDefault());
  card.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      run(make, () => queued(machine.value, file));
    }
  });
  return card;
}

async function queued(machine, input) {
  const [program] = input.files;
  if (!program) {
    return "Choose a program first.";
  }
  await bring(machine, program);
  input.value = "";
  return `${program.name} is in the queue of ${machine}.`;
}
