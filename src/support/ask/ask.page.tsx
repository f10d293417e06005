import type { Settings } from '../../platform/settings/settings.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import {
  Button,
  EmailInput,
  EmergencyHelp,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  PhoneLink,
  ServiceNotices,
  type ShownNotice,
  TextInput,
} from '../../ui/index.ts';
import { askAboutAddress, askAddress, newTicketAddress } from '../addresses.ts';
import { AttachmentsField } from '../attachments/attachments-field.tsx';
import type { FormFiles } from '../attachments/form-files.ts';
import type { AskWords } from './ask.words.ts';
import type { KnownAsker } from './asker.ts';
import { NoticeChoice } from './notice-choice.tsx';
import { type OfferedArticle, OfferedArticles, OfferedWhileTyping } from './offered-articles.tsx';
import { QuestionField } from './question-field.tsx';

export interface AskPageProps {
  subject: TicketSubject;
  form: FormState;
  known: KnownAsker | undefined;
  articles: readonly OfferedArticle[];
  notices: readonly ShownNotice[];
  files: FormFiles;
  settings: Settings;
  /** What somebody looked for in vain before. */
  searched: string | undefined;
}

export const askPage = (props: AskPageProps, words: AskWords): Page => {
  const { subject, form, known, articles, notices, settings } = props;
  return {
    title: subject.name,
    hasErrors: form.errors.length > 0,
    back: { href: props.searched ? askAboutAddress(props.searched) : newTicketAddress },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={words.form.caption}>{subject.name}</Heading>
        {subject.hint ? <Paragraph lead>{subject.hint}</Paragraph> : null}
        {settings.service.usedByPatients ? <EmergencyHelp /> : null}
        <ServiceNotices notices={notices} />
        <UrgentPhone subject={subject} settings={settings} words={words} />
        <OfferedArticles articles={articles} words={words} />
        <Form action={askAddress(subject.key)} multipart>
          {known ? <KnownAs known={known} words={words} /> : <Contact form={form} words={words} />}
          {form.values.follows ? <Follows reference={form.values.follows} words={words} /> : null}
          {subject.questions.map((question) => (
            <QuestionField key={question.key} question={question} form={form} words={words} />
          ))}
          <NoticeChoice notices={notices} form={form} words={words} />
          <AttachmentsField form={form} files={props.files} limits={settings.tickets.attachments} />
          <OfferedWhileTyping words={words} />
          <InsetText>
            <Paragraph>{words.form.never}</Paragraph>
          </InsetText>
          <Button>{words.form.send}</Button>
        </Form>
        <OtherWays support={settings.support} words={words} />
      </>
    ),
  };
};

/** Whoever needs supplies at once reads the number before the form. */
const UrgentPhone = ({
  subject,
  settings,
  words,
}: Pick<AskPageProps, 'subject' | 'settings'> & { words: AskWords }) =>
  subject.kind === 'urgent-supplies' && settings.support.urgentPhone ? (
    <InsetText>
      <Paragraph>
        {words.form.callFirst} <PhoneLink phone={settings.support.urgentPhone} />
      </Paragraph>
    </InsetText>
  ) : null;

const KnownAs = ({ known, words }: { known: KnownAsker; words: AskWords }) => (
  <Paragraph>{words.form.knownAs(known.fullName, known.address.typed)}</Paragraph>
);

const Follows = ({ reference, words }: { reference: string; words: AskWords }) => (
  <>
    <input type="hidden" name="follows" value={reference} />
    <Paragraph>{words.form.follows(reference)}</Paragraph>
  </>
);

const Contact = ({ form, words }: { form: FormState; words: AskWords }) => (
  <>
    <TextInput
      {...fieldOf(form, 'fullName')}
      label={words.form.fullName}
      autoComplete="name"
      spellCheck={false}
      width={30}
    />
    <EmailInput
      {...fieldOf(form, 'email')}
      label={words.form.email}
      hint={words.form.emailHint}
      autoComplete="email"
    />
  </>
);

const OtherWays = ({ support, words }: { support: Settings['support']; words: AskWords }) => (
  <>
    <Heading level={2} size="s">
      {words.form.otherWays}
    </Heading>
    <Paragraph>
      <PhoneLink phone={support.phone} /> {words.form.hours(support.hours.days, support.hours.times)}
    </Paragraph>
  </>
);
