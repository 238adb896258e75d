#!/usr/bin/env node
/**
 * Stands where Playwright expects Firefox: starts the Firefox that `NAMELIGHT_FIREFOX` names and hands
 * the messages of WebDriver BiDi on, both ways. What this Firefox does not know yet, and Playwright asks
 * of every page whatever its options say, is answered here, as if it were done; all else is untouched.
 */
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';

/** The one command in the way: it sets the colour scheme, which the preferences of the run set too. */
const ANSWERED = new Set(['emulation.setMediaFeaturesOverride']);
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const firefox = spawn(process.env.NAMELIGHT_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => firefox.kill(signal));

let said = '';
firefox.stderr.setEncoding('utf8');
firefox.stderr.on('data', function listen(text) {
  said += text;
  const [, address] = LISTENING.exec(said) ?? [];
  if (!address) return;
  firefox.stderr.off('data', listen).resume();
  relayTo(address);
});

function relayTo(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
  server.on('connection', (near, { url }) => {
    const far = new WebSocket(new URL(url, address));
    const waiting = [];
    far.on('open', () => waiting.splice(0).forEach((message) => far.send(message)));
    far.on('message', (data) => near.send(data.toString()));
    far.on('close', () => near.close());
    near.on('close', () => far.close());
    near.on('message', (data) => {
      const message = data.toString();
      const { id, method } = JSON.parse(message);
      if (ANSWERED.has(method)) near.send(JSON.stringify({ id, type: 'success', result: {} }));
      else if (far.readyState === WebSocket.OPEN) far.send(message);
      else waiting.push(message);
    });
  });
}
