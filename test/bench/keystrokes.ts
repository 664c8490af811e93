/** Single-character edits through the real server: from the change to the diagnostics that answer it. */
import { startClient, stopServers } from '../harness/server.ts';

const EDITS = 200;
const WARM_UP = 50;

/** Milliseconds of each edit's round trip; the streams and the JSON on both sides are part of it. */
export async function keystrokes(text: string): Promise<number[]> {
  const client = await startClient();
  await client.open(text);
  await client.pull();
  const line = text.split('\n').findIndex((each) => each.includes('一、本年新收')) + 1;
  const samples: number[] = [];
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    // A digit is typed behind the number and taken away again: the sums break and hold in turn.
    const typed = edit % 2 === 0;
    const range = { start: { line, character: 1 }, end: { line, character: typed ? 1 : 2 } };
    const start = performance.now();
    await client.change(edit + 2, { range, text: typed ? '7' : '' });
    await client.pull();
    if (edit >= WARM_UP) samples.push(performance.now() - start);
  }
  stopServers();
  return samples;
}
