import {
  Button,
  CodeInput,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Panel,
  Paragraph,
  PhoneInput,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import {
  mainContactAnswerAddress,
  mainContactCodeAddress,
  objectionAddress,
  organisationAddress,
  stepAddress,
} from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import type { MainContactGoneWords } from './main-contact-gone.words.ts';
import { type Authoriser, type MainContactRequest, whyGone } from './main-contact-request.ts';

type Words = MainContactGoneWords;

export const askMainContactPage = (
  practice: Organisation,
  { form, authorisers }: { form: FormState; authorisers: readonly Authoriser[] },
  { ask, back }: Words,
): Page => ({
  title: ask.title,
  hasErrors: form.errors.length > 0,
  back: { href: stepAddress(practice.code), label: back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={ask.caption(practice.name)}>{ask.title}</Heading>
      <Paragraph>{ask.lead}</Paragraph>
      <Paragraph>{ask.next}</Paragraph>
      <Form action={stepAddress(practice.code, 'main-contact')}>
        <Radios
          {...fieldOf(form, 'why')}
          label={ask.why}
          options={whyGone.map((value) => ({ value, label: ask.whys[value] }))}
        />
        <TextInput
          {...fieldOf(form, 'fullName')}
          label={ask.fullName}
          autoComplete="name"
          width={30}
          spellCheck={false}
        />
        <EmailInput {...fieldOf(form, 'email')} label={ask.email} autoComplete="email" />
        <PhoneInput {...fieldOf(form, 'phone')} label={ask.phone} hint={ask.phoneHint} autoComplete="tel" />
        <Radios
          {...fieldOf(form, 'authoriser')}
          label={ask.authoriser}
          hint={ask.authoriserHint}
          options={authorisers.map((value) => ({ value, label: ask.authorisers[value] }))}
        />
        <TextInput
          {...fieldOf(form, 'authoriserName')}
          label={ask.authoriserName}
          width={30}
          spellCheck={false}
        />
        <Button>{ask.send}</Button>
      </Form>
    </>
  ),
});

export const askedPage = (practice: Organisation, { sent }: Words): Page => ({
  title: sent.title,
  body: (
    <>
      <Panel title={sent.title}>{sent.text(practice.name)}</Panel>
      <Heading level={2}>{sent.next}</Heading>
      <List items={sent.steps} kind="number" />
      <Paragraph>
        <a href={mainContactCodeAddress}>{sent.code}</a>
      </Paragraph>
      <Paragraph>
        <a href="/contact">{sent.contact}</a>
      </Paragraph>
    </>
  ),
});

export const answerPage = (
  { request, secret, form }: { request: MainContactRequest; secret: string; form: FormState },
  { answer, ask }: Words,
): Page => ({
  title: answer.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={request.practice.name}>{answer.title}</Heading>
      <Paragraph>{answer.what(request.fullName, request.practice.name)}</Paragraph>
      <Paragraph>{answer.email(request.email.typed)}</Paragraph>
      <Paragraph>{answer.means}</Paragraph>
      <InsetText>
        <p>{answer.authoriser(ask.authorisers[request.authoriser.kind], request.authoriser.name)}</p>
      </InsetText>
      <Form action={mainContactAnswerAddress}>
        <input type="hidden" name="link" value={secret} />
        <Radios
          {...fieldOf(form, 'answer')}
          label={answer.question}
          options={[
            { value: 'yes', label: answer.yes },
            { value: 'no', label: answer.no },
          ]}
        />
        <Button>{answer.send}</Button>
      </Form>
    </>
  ),
});

export const codePage = (form: FormState, { code }: Words): Page => ({
  title: code.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{code.title}</Heading>
      <Paragraph>{code.lead}</Paragraph>
      <Form action={mainContactCodeAddress}>
        <TextInput
          {...fieldOf(form, 'reference')}
          label={code.reference}
          hint={code.referenceHint}
          width={20}
          spellCheck={false}
        />
        <CodeInput {...fieldOf(form, 'code')} label={code.code} hint={code.codeHint} />
        <Button>{code.send}</Button>
      </Form>
    </>
  ),
});

export const objectionPage = (
  { request, form }: { request: MainContactRequest; form: FormState },
  { object, back }: Words,
): Page => ({
  title: object.title,
  hasErrors: form.errors.length > 0,
  back: { href: organisationAddress(request.practice.code), label: back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={request.practice.name}>{object.title}</Heading>
      <Paragraph>{object.what(request.fullName, request.practice.name)}</Paragraph>
      <Paragraph>{object.email(request.email.typed)}</Paragraph>
      {request.state === 'waiting' ? (
        <>
          <Paragraph>{object.right}</Paragraph>
          {request.objection ? (
            <InsetText>
              <p>{object.objected}</p>
            </InsetText>
          ) : null}
          <Form action={objectionAddress(request.practice.code, request.id)}>
            <TextArea {...fieldOf(form, 'text')} label={object.text} hint={object.textHint} rows={4} />
            <Button>{object.send}</Button>
          </Form>
        </>
      ) : (
        <InsetText>
          <p>{object.over}</p>
        </InsetText>
      )}
    </>
  ),
});
