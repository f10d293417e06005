import { wordsIn } from '../../kernel/words.ts';
import { Form } from '../form-components/form.tsx';
import { useVisit, type VisitedSession } from '../visit.ts';
import { sessionWarningWords } from './session-warning.words.ts';

/** Waits on every page of a person who is logged in; the browser code opens it shortly before their session ends. */
export function SessionWarning() {
  const { session, links, language } = useVisit();
  if (!session) return null;
  const words = wordsIn(sessionWarningWords, language);
  const data = {
    ...timesOf(session),
    'data-log-in': links.logIn,
    'data-soon': words.soon,
    'data-minutes': words.minutes,
    'data-one-minute': words.oneMinute,
    'data-seconds': words.seconds,
    'data-one-second': words.oneSecond,
  };
  return (
    <dialog
      className="gh-dialog"
      id="session-warning"
      role="alertdialog"
      aria-labelledby="session-warning-title"
      aria-describedby="session-warning-spoken"
      {...data}
    >
      <h2 className="nhsuk-heading-m" id="session-warning-title">
        {words.title}
      </h2>
      <p className="gh-session__shown" aria-hidden="true" />
      <p
        className="gh-session__spoken nhsuk-u-visually-hidden"
        id="session-warning-spoken"
        aria-live="polite"
      />
      <p className="gh-session__longest" hidden>
        {words.atLongest(session.longest)}
      </p>
      <p>{words.kept}</p>
      <div className="nhsuk-button-group">
        <button className="nhsuk-button gh-session__stay" type="button">
          {words.stay}
        </button>
        <button className="nhsuk-button gh-session__go-on" type="button" hidden>
          {words.goOn}
        </button>
        <Form action={links.logOut}>
          <button className="gh-session__log-out" type="submit">
            {words.logOut}
          </button>
        </Form>
      </div>
    </dialog>
  );
}

/** Lengths of time from now, because a browser's clock may be wrong. */
const timesOf = (session: VisitedSession) => ({
  'data-idle': session.idleIn,
  'data-longest': session.longestIn,
  'data-warn': session.warnBefore,
  'data-status': session.status,
  'data-stay': session.stay,
});

/** The limits in plain words, for who has no JavaScript and for who wants to know. */
export function SessionLimits() {
  const { session, language } = useVisit();
  if (!session) return null;
  return (
    <p className="nhsuk-body-s">
      {wordsIn(sessionWarningWords, language).limits(session.idle, session.longest)}
    </p>
  );
}
