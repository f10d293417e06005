import { createServer } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface GatewayText {
  id: string;
  to: string;
  text: string;
  reference: string;
  status: string;
}

export interface GatewayServer {
  options: { url: string; token: string };
  texts: GatewayText[];
}

const token = 'a-token-of-the-gateway';

/** What the server does in place of its answer; a number is a status without a body. */
type GatewayTrouble = 'hangs' | 'drops' | 'answers-garbage' | number;

/** The plain gateway as docs/running/texts.md describes it, on loopback: one reference is one text. */
export async function startGatewayServer(
  trouble: (count: number) => GatewayTrouble | undefined = () => undefined,
): Promise<GatewayServer> {
  const texts: GatewayText[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    count += 1;
    const wrong = trouble(count);
    if (wrong === 'hangs') return;
    const body = await textOf(request);
    if (wrong === 'drops') request.socket.destroy();
    else if (wrong === 'answers-garbage') response.end('{"ok":true}');
    else if (wrong !== undefined) response.writeHead(wrong).end();
    else if (request.headers.authorization !== `Bearer ${token}`) response.writeHead(401).end();
    else if (request.method === 'POST') response.writeHead(201).end(JSON.stringify(take(texts, body)));
    else {
      const found = texts.find(({ id }) => request.url === `/texts/${id}`);
      response.writeHead(found ? 200 : 404).end(JSON.stringify(found ?? {}));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { options: { url: `http://127.0.0.1:${port}/texts`, token }, texts };
}

function take(texts: GatewayText[], body: string) {
  const asked = JSON.parse(body);
  const known = texts.find(({ reference }) => reference === asked.reference);
  const text = known ?? { ...asked, id: `t-${texts.length + 1}`, status: 'sending' };
  if (!known) texts.push(text);
  return { id: text.id, status: text.status };
}
