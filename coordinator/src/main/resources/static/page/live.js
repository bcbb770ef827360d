// Server-sent events over fetch, because EventSource cannot carry a bearer token. Comes back by itself.

import {address, headers} from './api.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

export function follow(path, {bearer, on, missing}) {
  const stop = new AbortController();
  run(path, bearer, on, missing, stop.signal);
  return () => stop.abort();
}

async function run(path, bearer, on, missing, signal) {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const response = await fetch(address(path), {headers: {...headers(bearer), Accept: 'text/event-stream'}, signal});
      if (response.status === 404 || response.status === 401 || response.status === 403) return missing?.(response.status);
      if (!response.ok) throw new Error(response.statusText);
      state(true);
      pause = FIRST_PAUSE;
      await read(response.body, on);
    } catch (failure) {
      if (signal.aborted) return;
    }
    state(false);
    await new Promise(wake => setTimeout(wake, pause));
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

async function read(body, on) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) deliver(block, on);
  }
}

function deliver(block, on) {
  let kind = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) kind = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  if (data.length) on(kind, JSON.parse(data.join('\n')));
}

function state(live) {
  const sign = document.getElementById('link-state');
  sign.classList.toggle('live', live);
  sign.textContent = live ? 'live' : 'not connected, trying again';
}
