/**
 * Sends each request at its own moment, answered or not, as people do; with `atOnce` instead of `perSecond`,
 * that many are under way at any time. Times run from when a request was due, so that falling behind shows.
 */
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

interface Ask {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

interface Input {
  port: number;
  perSecond?: number;
  atOnce?: number;
  seconds: number;
  /** Bounds the whole: when they are used up, it ends. */
  asks: Ask[];
}

interface Answered {
  status: number;
  ms: number;
}

const { port, perSecond = 0, atOnce = 0, seconds, asks } = (await json(process.stdin)) as Input;
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

function ask({ method, path, headers, body }: Ask, dueAt: number): Promise<Answered> {
  return new Promise((done) => {
    const end = (status: number) => done({ status, ms: performance.now() - dueAt });
    const options = { port, host: '127.0.0.1', method, path, headers, agent, timeout: 15_000 };
    const sent = request(options, (answer) => {
      answer.resume().once('end', () => end(answer.statusCode ?? 0));
    });
    sent.once('timeout', () => sent.destroy()).once('error', () => end(0));
    sent.end(body);
  });
}

async function inTime(): Promise<Answered[]> {
  const began = performance.now();
  const all: Promise<Answered>[] = [];
  const most = Math.min(asks.length, perSecond * seconds);
  while (all.length < most) {
    const due = began + (all.length * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const next = asks[all.length];
    if (next) all.push(ask(next, due));
  }
  return Promise.all(all);
}

async function severalAtOnce(): Promise<Answered[]> {
  const [answers, waiting]: [Answered[], Ask[]] = [[], asks.toReversed()];
  const end = performance.now() + seconds * 1000;
  const lane = async () => {
    for (let next = waiting.pop(); next && performance.now() < end; next = waiting.pop())
      answers.push(await ask(next, performance.now()));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}

const began = performance.now();
const answers = await (atOnce > 0 ? severalAtOnce() : inTime());
const took = (performance.now() - began) / 1000;
process.stdout.write(JSON.stringify({ answers, seconds: took }));
agent.destroy();
