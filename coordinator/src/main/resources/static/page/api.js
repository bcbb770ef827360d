// Speaks with /api/v1. A token stays in this browser; a guest's is made from the secret link of the order.

const BASE = new URL('../api/v1/', import.meta.url).href;

export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? 'Something went wrong.');
    this.status = body.status;
    this.field = body.field;
  }
}

export const token = {
  read: () => localStorage.getItem('vicinal-token'),
  keep: value => value ? localStorage.setItem('vicinal-token', value) : localStorage.removeItem('vicinal-token'),
};

export const guestToken = (order, secret) => `guest.${order}.${secret}`;

export function headers(bearer = token.read()) {
  return bearer ? {Authorization: `Bearer ${bearer}`} : {};
}

export const address = path => new URL(path, BASE).href;

export async function call(method, path, {bearer, json, body} = {}) {
  const options = {method, headers: headers(bearer)};
  if (json !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(json);
  } else if (body !== undefined) {
    options.headers['Content-Type'] = 'application/octet-stream';
    options.body = body;
  }
  let response;
  try {
    response = await fetch(address(path), options);
  } catch {
    throw new Problem({detail: 'The coordinator does not answer. Is it running?', status: 0});
  }
  const text = await response.text();
  const value = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(value ?? {status: response.status, title: response.statusText});
  return value;
}

export async function bytes(path, bearer) {
  const response = await fetch(address(path), {headers: headers(bearer)});
  if (!response.ok) throw new Problem({status: response.status, title: response.statusText});
  return response.blob();
}

// 256 random bits as 43 characters of base64url: whoever holds them is the order's customer.
export function newSecret() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

// An order's name: what it is, and enough chance that nobody else has it.
export function newOrderId(title) {
  const words = title.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  const chance = [...crypto.getRandomValues(new Uint8Array(5))].map(b => b.toString(16).padStart(2, '0')).join('');
  return `${words || 'order'}-${chance}`;
}

export async function sha256(buffer) {
  if (!crypto.subtle) {
    throw new Problem({detail: 'This browser computes digests only over https or on localhost. Open the page there, or use ./vicinal order.'});
  }
  const digest = await crypto.subtle.digest('SHA-256', buffer);
  return [...new Uint8Array(digest)].map(b => b.toString(16).padStart(2, '0')).join('');
}
