import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** One text as GOV.UK Notify keeps it. */
export interface NotifiedText {
  id: string;
  reference: string | null;
  phone_number: string;
  body: string;
  status: string;
}

/** What the server does in place of its answer; undefined answers as documented. */
export type Trouble =
  | 'hangs'
  | 'drops'
  /** Takes the text, and drops the connection before it says so. */
  | 'takes-and-drops'
  | 'answers-garbage'
  | { status: number; error: string; message: string };

export interface NotifyServer {
  options: { apiKey: string; templateId: string; url: string };
  texts: NotifiedText[];
  /** Every request, like `POST /v2/notifications/sms`. */
  requests: string[];
}

const itself = 'https://api.notifications.service.gov.uk';
const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506';
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const templateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a';

/**
 * A server on loopback that speaks the part of GOV.UK Notify's API that texts need, as its documentation has it
 * (docs.notifications.service.gov.uk/rest-api.html).
 */
export async function startNotifyServer(
  trouble: (request: string, count: number) => Trouble | undefined = () => undefined,
): Promise<NotifyServer> {
  const texts: NotifiedText[] = [];
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const what = `${request.method} ${request.url}`;
    requests.push(what);
    const wrong = trouble(what, requests.length);
    if (wrong === 'hangs') return;
    const body = await textOf(request);
    if (wrong === 'takes-and-drops') take(texts, JSON.parse(body));
    if (wrong === 'drops' || wrong === 'takes-and-drops') request.socket.destroy();
    else if (wrong === 'answers-garbage') response.writeHead(201).end('<html>not Notify</html>');
    else {
      const { status, ...answer } = wrong ? refusal(wrong) : answerTo(texts, request, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const apiKey = `portal-${serviceId}-${secret}`;
  return { options: { apiKey, templateId, url: `http://127.0.0.1:${port}` }, texts, requests };
}

interface Answer {
  status: number;
  body: object;
}

function answerTo(texts: NotifiedText[], request: IncomingMessage, body: string): Answer {
  if (!isSigned(request)) return refused(403, 'AuthError', 'Invalid token: signature, API token not found');
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://notify');
  if (request.method === 'POST' && pathname === '/v2/notifications/sms') return answerSend(texts, body);
  if (pathname === '/v2/notifications') {
    const notifications = texts.filter((text) => text.reference === searchParams.get('reference'));
    return { status: 200, body: { notifications, links: {} } };
  }
  if (pathname === `/v2/template/${templateId}`)
    return { status: 200, body: { id: templateId, type: 'sms' } };
  const id = /^\/v2\/notifications\/([^/]+)$/.exec(pathname)?.[1];
  if (id && !/^[0-9a-f-]{36}$/.test(id)) return refused(400, 'ValidationError', 'id is not a valid UUID');
  const found = texts.find((text) => text.id === id);
  if (!found) return refused(404, 'NoResultFound', 'No result found');
  return { status: 200, body: { ...found, type: 'sms', template: { id: templateId, version: 1 } } };
}

function answerSend(texts: NotifiedText[], body: string): Answer {
  const asked = JSON.parse(body);
  if (!/^\+[1-9]\d{9,14}$/.test(asked.phone_number))
    return refused(400, 'ValidationError', `phone_number ${asked.phone_number} is not a valid number`);
  if (asked.template_id !== templateId) return refused(400, 'BadRequestError', 'Template not found');
  if (typeof asked.personalisation?.text !== 'string')
    return refused(400, 'BadRequestError', 'Missing personalisation: text');
  const { id, reference, body: content } = take(texts, asked);
  const template = { id: templateId, version: 1, uri: `${itself}/v2/template/${templateId}` };
  const uri = `${itself}/v2/notifications/${id}`;
  return {
    status: 201,
    body: { id, reference, content: { body: content, from_number: 'PORTAL' }, uri, template },
  };
}

interface Asked {
  phone_number: string;
  reference?: string;
  personalisation: { text: string };
}

function take(texts: NotifiedText[], asked: Asked): NotifiedText {
  const text = {
    id: randomUUID(),
    reference: asked.reference ?? null,
    phone_number: asked.phone_number,
    body: asked.personalisation.text,
    status: 'created',
  };
  texts.push(text);
  return text;
}

/** A JSON Web Token of our service, signed with the key's secret less than 30 seconds ago. */
function isSigned({ headers }: IncomingMessage): boolean {
  const [head = '', payload = '', signature] = (headers.authorization ?? '')
    .replace(/^Bearer /, '')
    .split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8') || '{}');
  const right = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
  const { iss, iat } = read(payload);
  const isFresh = Math.abs(Date.now() / 1000 - iat) < 30;
  return signature === right && read(head).alg === 'HS256' && iss === serviceId && isFresh;
}

const refused = (status: number, error: string, message: string): Answer =>
  refusal({ status, error, message });

const refusal = ({ status, ...wrong }: { status: number; error: string; message: string }): Answer => ({
  status,
  body: { status_code: status, errors: [wrong] },
});
