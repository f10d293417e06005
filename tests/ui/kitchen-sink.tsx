import {
  BarChart,
  Button,
  ButtonGroup,
  Card,
  CardGroup,
  Checkboxes,
  Code,
  CodeInput,
  DateInput,
  Details,
  EmailInput,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  List,
  Note,
  NotificationBanner,
  type Page,
  Pagination,
  Paragraph,
  PasswordInput,
  PhoneInput,
  Progress,
  Radios,
  Select,
  ServiceNotices,
  SummaryList,
  Table,
  Tag,
  TextArea,
  TextInput,
  WarningCallout,
} from '../../src/ui/index.ts';

/** Gives each text of the page to a language: real, or marked as having come through a catalogue. */
export type Say = (text: string) => string;

const practices = ['email', 'phone', 'letter'];

/** Every field in one form, as it looks with these values and errors. */
export const formPage = (form: FormState, say: Say): Page => ({
  title: say('Every field'),
  hasErrors: form.errors.length > 0,
  back: { href: '/back' },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={say('Step 1 of 2')}>{say('Every field')}</Heading>
      <Form action="/sink">
        <TextInput {...fieldOf(form, 'fullName')} label={say('Full name')} autoComplete="name" />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={say('Email address')}
          hint={say('We will send a link to it')}
          autoComplete="email"
        />
        <PhoneInput {...fieldOf(form, 'phone')} label={say('Phone number')} autoComplete="tel" />
        <PasswordInput
          name="password"
          label={say('Create a password')}
          hint={say('Use 12 characters or more')}
          error={form.errors.find((error) => error.field === 'password')?.message}
          autoComplete="new-password"
        />
        <CodeInput {...fieldOf(form, 'code')} label={say('Code')} hint={say('The 8 numbers in our email')} />
        <Radios {...fieldOf(form, 'contact')} label={say('How shall we reach you?')} options={options(say)} />
        <Checkboxes
          {...fieldOf(form, 'checks')}
          label={say('What did you check?')}
          options={options(say)}
          small
        />
        <DateInput form={form} name="ends" label={say('End date')} hint={say('For example, 27 3 2027')} />
        <Select {...fieldOf(form, 'practice')} label={say('Practice')} options={options(say)} />
        <FileInput {...fieldOf(form, 'document')} label={say('Document')} accept=".pdf" />
        <TextArea {...fieldOf(form, 'reason')} label={say('Reason')} maximum={200} />
        <ButtonGroup>
          <Button>{say('Save and continue')}</Button>
          <Button variant="secondary">{say('Save for later')}</Button>
          <Button variant="warning">{say('Delete account')}</Button>
          <LinkButton href="/cancel" variant="secondary" small>
            {say('Cancel')}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  ),
});

const options = (say: Say) =>
  practices.map((value) => ({
    value,
    label: say(`By ${value}`),
    ...(value === 'letter' && { hint: say('With a code in it') }),
  }));

/** Everything that is read and not filled in. */
export const contentPage = (say: Say): Page => ({
  title: say('Every part'),
  width: 'full',
  body: (
    <>
      <NotificationBanner success heading={say('The practice was approved')}>
        <Paragraph>{say('We have told the person who asked.')}</Paragraph>
      </NotificationBanner>
      <Heading size="xl">{say('Every part')}</Heading>
      <Paragraph lead>{say('What is read and not filled in.')}</Paragraph>
      <CardGroup>
        {practices.map((name) => (
          <Card key={name} heading={say(`Find by ${name}`)} href={`/${name}`}>
            <p>{say('Search the register of organisations.')}</p>
          </Card>
        ))}
      </CardGroup>
      <Records say={say} />
      <List kind="number" items={[say('first'), <Note key="2">{say('second')}</Note>]} />
      <InsetText>
        <p>{say('You can do this later.')}</p>
      </InsetText>
      <WarningCallout>
        <p>
          {say('Write down the reference')} <Code>{say('TKT 4821 9034')}</Code>
        </p>
      </WarningCallout>
      <Details summary={say('Where is the unique ID?')}>
        <p>{say('On any letter.')}</p>
      </Details>
      <Progress label={say('Importing the register')} done={4200} total={14303} />
      <ServiceNotices
        notices={[{ id: '1', title: say('Codes by text message are late'), body: say('Use an app.') }]}
      />
      <Charts say={say} />
      <EmptyState heading={say('There is nothing to do')}>
        <p>{say('New tasks appear here.')}</p>
      </EmptyState>
    </>
  ),
});

const Records = ({ say }: { say: Say }) => (
  <>
    <SummaryList
      rows={[
        {
          key: say('Name'),
          value: say('Asha Rao'),
          actions: [{ href: '/n', label: say('Change'), what: say('name') }],
        },
        {
          key: say('Email address'),
          value: say('asha.rao.with.a.very.long.address@riverside-surgery.example'),
        },
      ]}
    />
    <Table
      caption={say('People of this practice')}
      columns={[
        { heading: say('Name') },
        { heading: say('Email address') },
        { heading: say('State') },
        { heading: say('Log ins'), numeric: true },
      ]}
      rows={[
        [
          say('Asha Rao'),
          <Code key="0">{say('asha.rao.main.contact@riverside-surgery.example')}</Code>,
          <Tag key="1" colour="green">
            {say('Active')}
          </Tag>,
          say('12'),
        ],
        [
          say('Ben Okafor'),
          say('ben@riverside.example'),
          <Tag key="2" colour="red">
            {say('Locked')}
          </Tag>,
          say('3'),
        ],
      ]}
    />
    <Pagination current={5} pages={12} hrefOf={(page) => `?page=${page}`} />
  </>
);

const Charts = ({ say }: { say: Say }) => {
  const weeks = [3, 11, 7, 0, 19, 24, 8, 14].map((count, at) => ({
    label: say(`Week ${at + 1}`),
    values: [count, 30 - count],
  }));
  const words = { description: say('Up and down'), category: say('Week') };
  const series = [say('Solved'), say('Open')];
  return (
    <>
      <BarChart id="bars" title={say('Tickets by week')} series={series} points={weeks} {...words} />
      <BarChart
        id="line"
        kind="line"
        title={say('Helpful')}
        series={[say('In percent')]}
        points={weeks.map(({ label, values }) => ({ label, values: [values[0] || null] }))}
        maximum={100}
        say={(value) => say(`${value}%`)}
        {...words}
      />
      <BarChart
        id="rows"
        kind="rows"
        title={say('Tickets by subject')}
        series={series}
        points={[
          { label: say('I cannot log in'), values: [12, 4] },
          { label: say('Urgent supplies'), values: [2, 0] },
        ]}
        say={(value) => say(String(value))}
        {...words}
      />
    </>
  );
};
