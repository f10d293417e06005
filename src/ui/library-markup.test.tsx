import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { aVisit } from '../../tests/ui/visits.ts';
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Panel,
  PasswordInput,
  Radios,
  Select,
  Tag,
  TextArea,
  TextInput,
  VisitContext,
} from './index.ts';

const nhsNumber = {
  label: 'What is your NHS number?',
  hint: (
    <>
      This is a 10 digit number (like <span className="nhsuk-u-nowrap">999 123 4567</span>) that you can find
      on an NHS letter, prescription or in the NHS App
    </>
  ),
};
const ways = [
  { value: 'email', label: 'Email' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Text message' },
];
const contacted = 'How do you want to be contacted about this?';
const sorts = {
  published: 'Recently published',
  updated: 'Recently updated',
  views: 'Most views',
  comments: 'Most comments',
};

// The library's own examples: what it draws from its templates, our components must draw too.
const examples: [component: string, example: string, ours: ReactNode][] = [
  [
    'button',
    'warning',
    <Button key="" variant="warning">
      Yes, delete this vaccine
    </Button>,
  ],
  ['button', 'default', <Button key="">Save and continue</Button>],
  [
    'input',
    'with error message and hint, without heading',
    <TextInput
      key=""
      name="with-hint-error"
      {...nhsNumber}
      error="Enter NHS number"
      code
      width={10}
      inputMode="numeric"
      spellCheck={false}
    />,
  ],
  ['password-input', 'without heading', <PasswordInput key="" name="without-heading" label="Password" />],
  [
    'error-summary',
    'default',
    <ErrorSummary key="" errors={[{ field: 'example-day', message: 'Date of birth must be in the past' }]} />,
  ],
  ['radios', 'default', <Radios key="" name="example" label={contacted} labelIsHeading options={ways} />],
  [
    'radios',
    'with error message',
    <Radios
      key=""
      name="with-error-message"
      label={contacted}
      labelIsHeading
      options={ways}
      error="Select how you want to be contacted"
    />,
  ],
  [
    'checkboxes',
    'default',
    <Checkboxes
      key=""
      name="example"
      label={contacted}
      labelIsHeading
      options={ways}
      hint="Select all options that are relevant to you"
    />,
  ],
  [
    'select',
    'default',
    <Select
      key=""
      name="example"
      label="Sort by"
      labelIsHeading
      options={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
    />,
  ],
  [
    'character-count',
    'default',
    <TextArea
      key=""
      name="example"
      label="Can you provide more detail?"
      labelIsHeading
      hint="Do not include personal information like your name, date of birth or NHS number"
      maximum={200}
    />,
  ],
  [
    'details',
    'default',
    <Details key="" summary="How to find your NHS number">
      You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.
    </Details>,
  ],
  [
    'panel',
    'default',
    <Panel key="" title="Booking complete">
      We have sent you a confirmation email
    </Panel>,
  ],
  ['tag', 'default', <Tag key="">Active</Tag>],
  [
    'inset-text',
    'default',
    <InsetText key="">
      <p>You can report any suspected side effect using the Yellow Card safety scheme</p>
    </InsetText>,
  ],
  ['notification-banner', 'default', <NotificationBanner key="" heading="The patient record was updated." />],
  [
    'notification-banner',
    'with success variant',
    <NotificationBanner key="" success heading="Email sent to example@email.com" />,
  ],
];

test.each(examples)('%s, %s: our markup is the library’s', (component, example, ours) => {
  const drawn = renderToStaticMarkup(<VisitContext value={aVisit()}>{ours}</VisitContext>);
  expect(comparable(drawn)).toEqual(comparable(exampleOf(component, example)));
});

interface Fixture {
  name: string;
  html: string;
}

function exampleOf(component: string, example: string) {
  const file = `node_modules/nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] };
  const fixture = fixtures.find(({ name }) => name === example);
  if (!fixture) throw new Error(`The library has no example "${example}" of ${component}.`);
  return fixture.html;
}

/** Tags and texts in order; what carries no meaning is dropped: order, white space, names, and `data-` words. */
const comparable = (html: string) =>
  html
    .replace(/\s+/g, ' ')
    .split(/(<[^>]+>)/)
    .map((piece) => (piece.startsWith('<') ? comparableTag(piece) : piece.trim()))
    .filter((piece) => piece !== '');

function comparableTag(tag: string) {
  const [, name = '', rest = ''] = /^<(\/?\w+)(.*?)\/?>$/.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
    .filter(([, key = '']) => !/^(name|draggable|role|data-(?!module).*)$/.test(key))
    .map(([, key, value = '']) => `${key}=${value.split(' ').sort().join(' ')}`.toLowerCase());
  return `${name} ${attributes.sort().join(' ')}`;
}
