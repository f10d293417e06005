import {
  Button,
  Code,
  CodeInput,
  Details,
  ErrorSummary,
  errorFor,
  Form,
  type FormState,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  SummaryList,
} from '../../ui/index.ts';
import { Guide } from './guide.tsx';
import { Next } from './next.tsx';
import { AddPicture, CodePicture, InstallPicture } from './pictures.tsx';
import { QrCode } from './qr-code.tsx';
import type { SetUp } from './set-up.store.ts';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';

export interface AppProps {
  form: FormState;
  step: SetUpStep;
  setUp: SetUp;
  on: 'phone' | 'computer';
  /** In groups of four, as it is typed. */
  typedKey: string;
  uri: string;
  /** After a wrong code. */
  left?: number;
}

type Parts = AppProps & { words: SetUpFactorWords };

export const appPage = (props: AppProps, words: SetUpFactorWords): Page => ({
  title: words.app.title[props.on],
  hasErrors: props.form.errors.length > 0,
  back: { href: props.step.to('') },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading>{words.app.title[props.on]}</Heading>
      {props.left === undefined ? null : <InsetText>{words.code.left(props.left)}</InsetText>}
      <Steps {...props} words={words} />
    </>
  ),
});

function Steps(props: Parts) {
  const { on, words } = props;
  const { install, add, enter } = words.app;
  return (
    <Guide
      steps={[
        {
          heading: install.heading[on],
          picture: <InstallPicture title={install.picture[on]} on={on} />,
          children: <Paragraph>{install[on]}</Paragraph>,
        },
        {
          heading: add.heading,
          picture: <AddPicture title={add.picture[on]} on={on} />,
          children: <AddToApp {...props} />,
        },
        {
          heading: enter.heading,
          picture: <CodePicture title={enter.picture[on]} on={on} />,
          children: <EnterCode {...props} />,
        },
      ]}
    />
  );
}

function AddToApp(props: Parts) {
  const { on, uri, words } = props;
  const { add, secret } = words.app;
  const qr = <QrCode text={uri} title={add.qr} />;
  return (
    <>
      <Paragraph>{add[on]}</Paragraph>
      {on === 'phone' ? qr : <TypedKey {...props} />}
      {on === 'phone' ? (
        <>
          <Details summary={add.cannotScan}>
            <Paragraph>{add.typeIt}</Paragraph>
            <TypedKey {...props} />
          </Details>
          <Details summary={add.samePhone}>
            <a href={uri}>{add.openApp}</a>
          </Details>
        </>
      ) : (
        <Details summary={add.scanInstead}>{qr}</Details>
      )}
      <Paragraph>{secret}</Paragraph>
    </>
  );
}

const TypedKey = ({ typedKey, step, words: { app } }: Parts) => (
  <>
    <SummaryList
      rows={[
        { key: app.add.key, value: <span className="gh-key">{typedKey}</span> },
        { key: app.add.account, value: <Code>{step.asker.email}</Code> },
      ]}
    />
    <Paragraph>{app.add.settings}</Paragraph>
  </>
);

function EnterCode({ form, step, setUp, on, words }: Parts) {
  const { app, code } = words;
  return (
    <>
      <Paragraph>{app.enter.text[on]}</Paragraph>
      <Form action={step.to('/app')}>
        <Next step={step} />
        <input type="hidden" name="setUp" value={setUp.id} />
        <input type="hidden" name="on" value={on} />
        <CodeInput name="code" label={code.label} hint={code.hint} error={errorFor(form, 'code')} />
        <Button>{code.goOn}</Button>
      </Form>
      <Paragraph>{app.enter.clock}</Paragraph>
    </>
  );
}
