// Builds elements; text is always text, so nothing that comes over a line or from a stranger is ever markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([what, how]) => element.addEventListener(what, how));
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

/** A button that asks the agent, and says below it what came of it. */
export function act(words, style, what) {
  const button = h("button", { type: "button", class: style }, words);
  button.addEventListener("click", () => run(button, what));
  return button;
}

export async function run(button, what) {
  const card = button.closest(".card") ?? document.body;
  const answer = card.querySelector(".answer");
  button.disabled = true;
  try {
    const words = await what();
    if (answer) {
      answer.className = "answer quiet";
      answer.textContent = typeof words === "string" ? words : "";
    }
  } catch (refused) {
    const place = answer ?? document.getElementById("trouble");
    place.hidden = false;
    place.className = "answer bad";
    place.textContent = refused.message;
  } finally {
    button.disabled = false;
  }
}

/** Puts the cards of `items` into `box`, and leaves alone those that have not changed: somebody may be typing there. */
export function fill(box, items, keyOf, build, none) {
  const known = new Map([...box.children].map((card) => [card.dataset.key, card]));
  const cards = items.map((item) => {
    const key = keyOf(item);
    const shape = JSON.stringify(item);
    const old = known.get(key);
    if (old && old.dataset.shape === shape) {
      return old;
    }
    if (old && old.contains(document.activeElement) && document.activeElement.matches("input")) {
      return old; // it is built anew when they have left
    }
    const card = build(item, old);
    card.dataset.key = key;
    card.dataset.shape = shape;
    return card;
  });
  if (cards.length === 0 && none) {
    cards.push(h("p", { class: "none" }, none));
  }
  if (cards.length !== box.children.length || cards.some((card, i) => card !== box.children[i])) {
    const focus = document.activeElement?.dataset?.name;
    const of = document.activeElement?.closest(".card")?.dataset.key;
    box.replaceChildren(...cards);
    if (focus && of) {
      box.querySelector(`[data-key="${CSS.escape(of)}"] [data-name="${CSS.escape(focus)}"]`)?.focus();
    }
  }
}

export function when(instant) {
  return new Date(instant).toLocaleString(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit", day: "numeric", month: "short" });
}

/** Text of the agent's own with its instants as people here read them. */
export function dated(text) {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, when);
}

export function named(element, name) {
  element.dataset.name = name;
  return element;
}
