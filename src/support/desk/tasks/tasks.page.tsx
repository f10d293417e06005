import {
  Button,
  EmptyState,
  Form,
  Heading,
  type Page,
  Pagination,
  Paragraph,
  Table,
} from '../../../ui/index.ts';
import { taskDoneAddress, tasksAddress } from '../addresses.ts';
import { type DeskWords, taskName } from '../desk.words.ts';
import { taskAddress } from './task-address.ts';
import type { Task } from './tasks.store.ts';
import type { TaskList } from './tasks.ts';
import type { TasksWords } from './tasks.words.ts';

export interface TasksProps extends TaskList {
  now: Date;
  timeZone: string;
}

interface Words {
  desk: DeskWords;
  tasks: TasksWords;
}

export const tasksPage = (props: TasksProps, words: Words): Page => ({
  title: words.tasks.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.tasks.title}</Heading>
      {props.total > 0 ? <TaskTable {...props} words={words} /> : <NoTask {...props} words={words} />}
      <Pagination
        current={props.page}
        pages={props.pages}
        hrefOf={(page) => `${tasksAddress}?state=${props.state}&page=${page}`}
      />
      <Paragraph>
        {props.state === 'open' ? (
          <a href={`${tasksAddress}?state=done`}>{words.tasks.showDone}</a>
        ) : (
          <a href={tasksAddress}>{words.tasks.showOpen}</a>
        )}
      </Paragraph>
    </>
  ),
});

type PartProps = TasksProps & { words: Words };

const NoTask = ({ state, words }: PartProps) => (
  <EmptyState heading={words.tasks.none[state].heading}>
    <p>{words.tasks.none[state].text}</p>
  </EmptyState>
);

function TaskTable({ state, tasks, words, ...props }: PartProps) {
  const { columns, openCaption, doneCaption } = words.tasks;
  const last = state === 'open' ? columns.waiting : columns.done;
  return (
    <Table
      caption={state === 'open' ? openCaption : doneCaption}
      columns={[columns.what, columns.about, columns.reference, last].map((heading) => ({ heading }))}
      rows={tasks.map((task) => [
        <TaskLink key="task" task={task} words={words} />,
        aboutOf(task) || words.tasks.aboutNobody,
        task.reference,
        state === 'open' ? (
          <Waiting key="waiting" task={task} times={props} words={words} />
        ) : (
          done(task, props, words)
        ),
      ])}
    />
  );
}

const aboutOf = ({ person, organisation, code }: Task): string =>
  [person, [organisation, code].filter(Boolean).join(' ')].filter(Boolean).join(', ');

function TaskLink({ task, words }: { task: Task; words: Words }) {
  const address = taskAddress(task);
  const name = taskName(task.kind, words.desk);
  return address ? <a href={address}>{name}</a> : name;
}

type Times = Pick<TasksProps, 'now' | 'timeZone'>;

/** Since when; and for a task about a person the way to say that it is done, since no other page can know. */
const Waiting = ({ task, times, words }: { task: Task; times: Times; words: Words }) => (
  <>
    {words.tasks.waits(
      words.desk.moment(task.createdAt, times.timeZone),
      words.desk.elapsed(task.createdAt, times.now),
    )}
    {task.recordType === 'account' ? (
      <Form action={taskDoneAddress(task.reference)}>
        <Button variant="secondary" small>
          {words.tasks.finish}
          <span className="nhsuk-u-visually-hidden"> {task.reference}</span>
        </Button>
      </Form>
    ) : null}
  </>
);

function done({ doneAt, doneBy }: Task, { timeZone }: Times, { desk, tasks }: Words): string {
  if (!doneAt) return '';
  const moment = desk.moment(doneAt, timeZone);
  return doneBy ? tasks.doneBy(moment, doneBy) : moment;
}
