// Talks with the agent that served this page: with the key from the address, which is kept for this tab only.

const fromAddress = new URLSearchParams(location.hash.slice(1)).get("key");
if (fromAddress) {
  sessionStorage.setItem("key", fromAddress);
  history.replaceState(null, "", "/");
}

function headers(more) {
  return { Authorization: "Bearer " + (sessionStorage.getItem("key") ?? ""), ...more };
}

export class Refused extends Error {}

async function told(response) {
  if (response.ok) {
    return response.json();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Refused(problem.detail ?? "The agent answered " + response.status + ".");
}

export async function get(path) {
  return told(await fetch("/api/v1/" + path, { headers: headers() }));
}

export async function post(path, body = {}) {
  const text = JSON.stringify(body);
  return told(await fetch("/api/v1/" + path, { method: "POST", headers: headers(), body: text }));
}

/** Brings a program of one's own into a machine's queue; the agent refuses it with a sentence. */
export async function bring(machine, program) {
  const form = new FormData();
  form.append("print", "true");
  form.append("file", program, program.name);
  const response = await fetch(`/machines/${encodeURIComponent(machine)}/api/files/local`, { method: "POST", headers: headers(), body: form });
  if (!response.ok) {
    throw new Refused(await response.text());
  }
}

const pictures = new Map();

/** The address of a picture that only the key opens; fetched once for each `name`. */
export function picture(path, name) {
  if (!pictures.has(name)) {
    const fetched = fetch("/api/v1/" + path, { headers: headers() })
      .then((response) => (response.ok ? response.blob() : Promise.reject(new Refused("none"))))
      .then((blob) => URL.createObjectURL(blob));
    fetched.catch(() => pictures.delete(name));
    pictures.set(name, fetched);
  }
  return pictures.get(name);
}

const SILENCE = 25_000; // ms; the agent says something at least every 16 s

/** Follows the agent's events for ever: after a night with the lid closed it begins where it stopped. */
export async function follow(onEvent, onState) {
  let last = null;
  for (;;) {
    const stop = new AbortController();
    const watch = { timer: 0 };
    const alive = () => {
      clearTimeout(watch.timer);
      watch.timer = setTimeout(() => stop.abort(), SILENCE);
    };
    try {
      alive();
      const since = last === null ? {} : { "Last-Event-ID": last };
      const response = await fetch("/api/v1/events", { headers: headers(since), signal: stop.signal });
      if (response.status === 401) {
        onState("locked");
        return;
      }
      onState("live");
      for await (const event of events(response.body, alive)) {
        last = event.id ?? last;
        onEvent(event.kind, JSON.parse(event.data));
      }
    } catch (gone) {
      // the agent stopped, or the network did; it is tried again below
    }
    clearTimeout(watch.timer);
    onState("away");
    await new Promise((go) => setTimeout(go, 2000));
  }
}

async function* events(body, alive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    alive();
    text += value;
    const parts = text.split("\n\n");
    text = parts.pop();
    for (const part of parts) {
      const event = {};
      for (const line of part.split("\n")) {
        const colon = line.indexOf(": ");
        if (colon > 0) {
          event[{ event: "kind" }[line.slice(0, colon)] ?? line.slice(0, colon)] = line.slice(colon + 2);
        }
      }
      if (event.kind) {
        yield event;
      }
    }
  }
}
