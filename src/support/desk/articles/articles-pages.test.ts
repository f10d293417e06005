import { expect, test } from 'vitest';
import { editorAtTheDesk, fieldsOf, write } from '../../../../tests/support/editors.ts';
import { escapedWords } from '../../../../tests/support/escaped-words.ts';
import { type Portal, type PortalOptions, portal } from '../../../../tests/support/portal.ts';
import { problemsOfHtml } from '../../../../tests/support/valid-html.ts';

/** Articles in every state, with drafts, history and related ones; and every page about them. */
async function fullHelpCentre(options: PortalOptions) {
  const the = await portal(options);
  const { desk, category, editor } = await editorAtTheDesk(the);
  const other = await write(desk, { category, title: 'I forgot my password', question: 'yes' });
  const archived = await write(desk, { category, title: 'Old rules' });
  const draft = await write(desk, { category, title: 'New rules', do: 'save' });
  const article = await write(desk, { category });
  await desk.post(`${archived}/archive`);
  await desk.post(`${article}/care`, {
    owner: editor.id,
    position: '1',
    related: 'i-forgot-my-password\nnew-rules',
  });
  const changed = { category, title: 'I am locked', note: 'Shorter', keywords: 'shut', basedOn: '1' };
  await desk.post(`${article}/edit`, fieldsOf({ ...changed, question: 'yes', do: 'save' }));
  const late = fieldsOf({ category, body: 'Wait.', basedOn: '1' });
  const shown = [
    await desk.post(`${article}/edit`, late),
    await desk.post(`${article}/edit`, { do: 'save' }),
    await desk.post(`${article}/edit`, { ...late, do: 'preview' }),
    await desk.post('/desk/articles/new', { do: 'preview' }),
    await desk.post(`${article}/care`, { owner: 'x', position: 'x', 'reviewOn-day': 'x', related: 'x' }),
    await desk.post(`${article}/care`, { owner: '', position: '', related: 'nowhere' }),
    await desk.post('/desk/articles/categories/new', { position: 'x' }),
  ];
  const of = (page: string) =>
    ['', '/edit', '/care', '/archive', '/publish', '/versions/1'].map((step) => page + step);
  const addresses = [
    '/desk',
    ...[
      '',
      '?review=due',
      '?done=archived',
      '?done=nothing-changed',
      '/new',
      '/categories',
      '/categories/new',
    ].map((step) => `/desk/articles${step}`),
    `/desk/articles/categories/${category}`,
    ...[article, other, archived, draft].flatMap(of),
    `${article}/versions/2`,
  ];
  for (const address of addresses) shown.push(await desk.get(address));
  const reader = the.browser();
  for (const step of ['', '/your-account', '/your-account/my-account-is-locked', '/your-account/old-rules'])
    shown.push(await reader.get(`/help${step}`));
  return { the, shown };
}

const data = ({ settings }: Portal) => [
  ...['Your account', 'Log in.', 'I forgot my password', 'Old rules', 'New rules', 'My account is locked'],
  ...['I am locked', 'Shorter', 'shut', 'What to do when the door is shut.', 'Eilidh Ross', 'your-account'],
  ...[
    'Wait 15 minutes.',
    'Then try again.',
    'Wait.',
    '/help/',
    'my-account-is-locked',
    'i-forgot-my-password',
  ],
  ...['old-rules', 'new-rules', 'nowhere', settings.service.name, 'x'],
];

test('every page about articles is valid HTML', async () => {
  const { shown } = await fullHelpCentre({});
  for (const { html, status } of shown) {
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1];
    expect([title, status < 500, await problemsOfHtml(html)]).toEqual([title, true, []]);
  }
});

test('every word about articles comes from a catalogue', async () => {
  const { the, shown } = await fullHelpCentre({ settings: { service: { language: 'pseudo' } } });
  for (const { html } of shown) {
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1];
    expect([title, escapedWords(html, data(the))]).toEqual([title, []]);
  }
});
