// Keeps a copy of the catalogue in a file: node copy.mjs <hub> <file>. See docs/copying.md.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const [hub, file] = process.argv.slice(2);
const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function ask(path, headers = {}) {
  for (;;) {
    const answer = await fetch(new URL(path, hub), { headers, redirect: 'manual' });
    if (answer.status !== 429 && answer.status !== 503) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? 5));
  }
}

function keep(copy) {
  // Whole or not at all: cursor and services belong together.
  writeFileSync(`${file}.new`, JSON.stringify(copy));
  renameSync(`${file}.new`, file);
}

async function apply(copy, change) {
  delete copy.services[change.service];
  if (change.kind === 'added' || change.kind === 'changed') {
    const answer = await ask(`/catalog/v1/services/${change.service}`, { 'Cache-Control': 'no-cache' });
    if (answer.status === 200) copy.services[change.service] = await answer.json();
  }
}

let copy = existsSync(file) ? JSON.parse(readFileSync(file)) : { cursor: '0', services: {} };
for (;;) {
  const answer = await ask(`/catalog/v1/changes?limit=100&after=${copy.cursor}`);
  if (answer.status === 410) {
    copy = { cursor: '0', services: {} };
    continue;
  }
  const page = await answer.json();
  if (answer.status !== 200) throw new Error(page.detail);
  for (const change of page.changes) await apply(copy, change);
  copy.cursor = page.meta.next;
  keep(copy);
  if (!page.meta.more) break;
}
console.log(`${Object.keys(copy.services).length} services, up to ${copy.cursor}`);
