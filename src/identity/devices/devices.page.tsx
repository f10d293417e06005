import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  Heading,
  LinkButton,
  NotificationBanner,
  type Page,
  Pagination,
  Paragraph,
  Table,
  Tag,
} from '../../ui/index.ts';
import type { DeviceList } from './devices.ts';
import type { DevicesWords } from './devices.words.ts';

export interface DevicesProps extends DeviceList {
  base: string;
  settings: Settings;
  done: string | undefined;
  newPassword: string;
  /** How they show that it is them. */
  security: string;
}

type PartProps = DevicesProps & { words: DevicesWords };

export const devicesPage = (props: DevicesProps, words: DevicesWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      {props.done ? <NotificationBanner heading={props.done} success /> : null}
      <Heading>{words.title}</Heading>
      <Paragraph>{words.intro}</Paragraph>
      <Sessions {...props} words={words} />
      <Devices {...props} words={words} />
      <Heading level={2}>{words.notYours}</Heading>
      <Paragraph>
        <a href={props.newPassword}>{words.choosePassword}</a>. {words.notYoursText}
      </Paragraph>
      <Paragraph>
        <a href={props.security}>{words.security}</a>
      </Paragraph>
    </>
  ),
});

function Sessions({ sessions, devices, own, base, settings, words }: PartProps) {
  const { timeZone } = settings.service;
  const say = (at: Date) => words.moment(at, timeZone);
  return (
    <>
      <Table
        caption={words.sessions}
        columns={[words.device, words.started, words.lastUsed, words.ends, words.change].map(asColumn)}
        rows={sessions.items.map((session) => {
          const device = session.device ?? words.unknownDevice;
          return [
            device,
            say(session.startedAt),
            say(session.lastSeenAt),
            say(session.endsAt),
            session.id === own ? (
              <Tag key="this" colour="green">
                {words.thisOne}
              </Tag>
            ) : (
              <RowButton
                key="end"
                action={`${base}/sessions/${session.id}/end`}
                label={words.end}
                which={words.endWhich(device, say(session.startedAt))}
              />
            ),
          ];
        })}
      />
      <Pagination
        current={sessions.page}
        pages={sessions.pages}
        hrefOf={(page) => `${base}?sessions=${page}&devices=${devices.page}`}
      />
      {sessions.total > 1 ? (
        <LinkButton href={`${base}/others`} variant="secondary">
          {words.endOthers}
        </LinkButton>
      ) : (
        <Paragraph>{words.noOthers}</Paragraph>
      )}
    </>
  );
}

function Devices({ devices, sessions, own, base, settings, words }: PartProps) {
  const { timeZone } = settings.service;
  const say = (at: Date) => words.moment(at, timeZone);
  const thisDevice = sessions.items.find((session) => session.id === own)?.deviceId;
  if (devices.total === 0)
    return (
      <EmptyState heading={words.noneKnown.heading}>
        <Paragraph>{words.noneKnown.text}</Paragraph>
      </EmptyState>
    );
  return (
    <>
      <Table
        caption={words.known}
        columns={[words.device, words.firstUsed, words.lastUsed, words.change].map(asColumn)}
        rows={devices.items.map((device) => [
          device.description,
          say(device.firstUsedAt),
          say(device.lastUsedAt),
          device.id === thisDevice ? (
            <Tag key="this" colour="green">
              {words.thisOne}
            </Tag>
          ) : (
            <RowButton
              key="forget"
              action={`${base}/${device.id}/forget`}
              label={words.forget}
              which={words.forgetWhich(device.description, say(device.firstUsedAt))}
            />
          ),
        ])}
      />
      <Paragraph>{words.whyKnown}</Paragraph>
      <Pagination
        current={devices.page}
        pages={devices.pages}
        hrefOf={(page) => `${base}?sessions=${sessions.page}&devices=${page}`}
      />
    </>
  );
}

const asColumn = (heading: string) => ({ heading });

const RowButton = ({ action, label, which }: { action: string; label: string; which: string }) => (
  <Form action={action}>
    <Button variant="secondary" small>
      {label}
      <span className="nhsuk-u-visually-hidden"> {which}</span>
    </Button>
  </Form>
);

export const endOthersPage = (base: string, { others }: DevicesWords): Page => ({
  title: others.title,
  back: { href: base },
  body: (
    <>
      <Heading>{others.title}</Heading>
      <Paragraph>{others.what}</Paragraph>
      <Form action={`${base}/others`}>
        <ButtonGroup>
          <Button variant="warning">{others.confirm}</Button>
          <a href={base}>{others.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});
