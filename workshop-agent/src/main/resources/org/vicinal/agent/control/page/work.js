// Calls, promises, and pieces on the shelf.

import { act, dated, h, named, when } from "./dom.js";
import { post } from "./talk.js";

const pieces = (n) => (n === 1 ? "1 piece" : `${n} pieces`);

export function callCard(call) {
  const path = `calls/${encodeURIComponent(call.job)}`;
  const because = named(h("input", { "aria-label": "why not", placeholder: "why not" }), "because");
  return h(
    "article",
    { class: "card", "aria-label": call.title },
    h("h3", {}, call.title),
    h("p", {}, `${pieces(call.pieces)} of ${call.material}, wanted by ${when(call.wanted)}`),
    h("p", { class: "quiet" }, `answer by ${when(call.answerBy)}`),
    ...call.offers.map((offer) =>
      h("p", {}, `${offer.machine}: ${pieces(offer.pieces)} for ${offer.price}, ready ${when(offer.readyBy)}${offer.unlike ? "; " + offer.unlike : ""}`),
    ),
    ...call.reasons.map((reason) => h("p", { class: "quiet" }, reason)),
    h(
      "div",
      { class: "row" },
      call.offers.length > 0 ? act("Bid so", "main", () => post(path + "/bid").then(() => "Said.")) : "",
      because,
      act("Refuse", "", () => post(path + "/refusal", { because: because.value || "not now" }).then(() => "Said.")),
    ),
    h("p", { class: "answer", role: "status" }),
  );
}

export function lotCard(lot) {
  const own = lot.lot.startsWith("own-");
  const path = `lots/${encodeURIComponent(lot.lot)}`;
  const by = named(h("input", { type: "date", "aria-label": "new day" }), "by");
  const because = named(h("input", { "aria-label": "why", placeholder: "why; the customer reads it" }), "because");
  return h(
    "article",
    { class: "card", "aria-label": lot.title },
    h("div", { class: "head" }, h("h3", {}, lot.title), h("span", { class: lot.waitsFor ? "tag wait" : "tag" }, lot.stage)),
    h("p", {}, own ? `on ${lot.machine}, for yourself` : `${lot.made} of ${pieces(lot.pieces)} on ${lot.machine}, promised for ${when(lot.readyBy)}`),
    lot.waitsFor ? h("p", {}, "waits: " + lot.waitsFor) : "",
    h("p", { class: "quiet" }, lot.lot),
    own ? act("Take it out", "", () => post(path + "/cannot", { because: "taken out" }).then(() => "Taken out.")) : h(
      "details",
      {},
      h("summary", {}, "Something is wrong"),
      h("div", { class: "row" }, because, by),
      h(
        "div",
        { class: "row" },
        act("Late", "", () => post(path + "/late", { by: by.value, because: because.value }).then(() => "Said.")),
        act("Cannot", "", () => post(path + "/cannot", { because: because.value }).then(() => "Said; the rest goes back.")),
        act("Made by hand", "", () => post(path + "/made").then(() => "Said.")),
      ),
    ),
    h("p", { class: "answer", role: "status" }),
  );
}

export function shelfCard(lot) {
  const path = `lots/${encodeURIComponent(lot.lot)}`;
  const row = [];
  if (lot.stage === "made") {
    const good = named(h("input", { type: "number", min: 1, max: lot.pieces, value: lot.pieces }), "good");
    row.push(
      h("label", {}, "good pieces", good),
      named(act("They are checked", "main", () => post(path + "/checked", { pieces: Number(good.value) }).then(() => "Said.")), "checked"),
    );
  } else if (lot.stage === "checked") {
    row.push(named(act("They are ready", "main", () => post(path + "/ready").then(() => "Said.")), "ready"));
  } else if (lot.stage === "ready") {
    const over = h("select", { "aria-label": "how" }, ...["counter", "carrier", "shelf"].map((word) => h("option", {}, word)));
    const mark = named(h("input", { placeholder: "code, number or shelf", size: 14, "aria-label": "pickup code, carrier's number or shelf" }), "mark");
    row.push(over, mark, named(act("Handed over", "main", () => post(path + "/handover", { over: over.value, mark: mark.value }).then(() => "Said.")), "handover"));
  }
  if (!lot.paid) {
    row.push(act("Paid", "", () => post(path + "/payment").then(() => "Said.")));
  }
  return h(
    "article",
    { class: "card", "aria-label": lot.title },
    h("div", { class: "head" }, h("h3", {}, lot.title), h("span", { class: "tag" }, lot.stage + (lot.paid ? ", paid" : ""))),
    h("p", {}, pieces(lot.pieces)),
    h("p", { class: "quiet" }, lot.lot),
    h("div", { class: "row" }, ...row),
    h("p", { class: "answer", role: "status" }),
  );
}

export function saidLines(answers, notices) {
  const lines = [
    ...notices.map((notice) => ({ at: notice.at, text: `${when(notice.at)}: lot ${notice.lot}: ${notice.words}` })),
    ...answers.map((answer) => ({ at: answer.closesAt, text: `${answer.title}, ${pieces(answer.pieces)}: ${answer.answer}. ${answer.words}` })),
  ];
  lines.sort((a, b) => (a.at < b.at ? 1 : -1));
  return lines.slice(0, 12).map((line) => h("p", {}, dated(line.text)));
}
