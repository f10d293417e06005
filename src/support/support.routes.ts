import type { Route } from '../platform/http/index.ts';
import { type AskRouteNeeds, askRoutes } from './ask/ask.routes.ts';
import { activityRoutes } from './desk/activity/activity.routes.ts';
import { deskArticlesRoutes } from './desk/articles/articles.routes.ts';
import type { WriteNeeds } from './desk/articles/write-article.ts';
import { type CallBackRouteNeeds, callBackRoutes } from './desk/call-backs/call-backs.routes.ts';
import { checkCallerRoutes } from './desk/check-caller/check-caller.routes.ts';
import type { CheckCallerNeeds } from './desk/check-caller/check-caller.ts';
import { completeRegistrationRoutes } from './desk/complete-registration/complete-registration.routes.ts';
import type { CompleteRegistrationNeeds } from './desk/complete-registration/complete-registration.ts';
import { correctionsRoutes } from './desk/corrections/corrections.routes.ts';
import { dashboardRoutes } from './desk/dashboard/dashboard.routes.ts';
import { factorResetsRoutes } from './desk/factor-resets/factor-resets.routes.ts';
import { type DeskFeedbackNeeds, deskFeedbackRoutes } from './desk/feedback/desk-feedback.routes.ts';
import { type DeskFileNeeds, deskFileRoutes } from './desk/files/files.routes.ts';
import { findPeopleRoutes } from './desk/find-people/find-people.routes.ts';
import { type DeskMailNeeds, deskMailRoutes } from './desk/mail/desk-mail.routes.ts';
import { answerLinkedRoutes } from './desk/notices/answer-linked.routes.ts';
import type { AnswerLinkedNeeds } from './desk/notices/answer-linked.ts';
import { type NoticeRouteNeeds, noticesRoutes } from './desk/notices/notices.routes.ts';
import { openForCallerRoutes } from './desk/open-for-caller/open-for-caller.routes.ts';
import type { OpenForCallerNeeds } from './desk/open-for-caller/open-for-caller.ts';
import { type PersonNeeds, personRoutes } from './desk/person/person.routes.ts';
import { type RepliesRouteNeeds, repliesRoutes } from './desk/replies/replies.routes.ts';
import { type SentMessageNeeds, sentMessageRoutes } from './desk/sent-message/sent-message.routes.ts';
import { type SomeoneDiedRouteNeeds, someoneDiedRoutes } from './desk/someone-died/someone-died.routes.ts';
import { type StaffRouteNeeds, staffRoutes } from './desk/staff/staff.routes.ts';
import { startRoutes } from './desk/start/start.routes.ts';
import { type TasksNeeds, tasksRoutes } from './desk/tasks/tasks.routes.ts';
import { teamsRoutes } from './desk/teams/teams.routes.ts';
import { type DeskTicketsNeeds, deskTicketsRoutes } from './desk/tickets/desk-tickets.routes.ts';
import { type DownloadFileRouteNeeds, downloadFileRoutes } from './download-file/download-file.routes.ts';
import { articleFeedback } from './help-centre/feedback/article-feedback.tsx';
import { type FeedbackRouteNeeds, feedbackRoutes } from './help-centre/feedback/feedback.routes.ts';
import { type ReadHelpNeeds, readHelpRoutes } from './help-centre/read-help/read-help.routes.ts';
import { type SearchRouteNeeds, searchRoutes } from './help-centre/search/search.routes.ts';
import { nearestArticles } from './help-centre/search/search-articles.ts';
import { type OwnTicketsNeeds, ownTicketsRoutes } from './my-tickets/own-tickets.routes.ts';
import { type TicketSignInNeeds, ticketSignInRoutes } from './ticket-sign-in/ticket-sign-in.routes.ts';

export type SupportNeeds = OpenForCallerNeeds &
  CheckCallerNeeds &
  CallBackRouteNeeds &
  DeskMailNeeds &
  DeskFileNeeds &
  DeskTicketsNeeds &
  RepliesRouteNeeds &
  DownloadFileRouteNeeds &
  TicketSignInNeeds &
  OwnTicketsNeeds &
  Omit<AskRouteNeeds, 'nearestArticles'> &
  CompleteRegistrationNeeds &
  SomeoneDiedRouteNeeds &
  PersonNeeds &
  StaffRouteNeeds &
  TasksNeeds &
  SentMessageNeeds &
  Omit<ReadHelpNeeds, 'articleFeedback'> &
  WriteNeeds &
  SearchRouteNeeds &
  FeedbackRouteNeeds &
  DeskFeedbackNeeds &
  NoticeRouteNeeds &
  AnswerLinkedNeeds;

/** Every address of the desk. */
export const supportRoutes = (needs: SupportNeeds): Route[] => [
  ...deskMailRoutes(needs),
  ...readHelpRoutes({ ...needs, articleFeedback }),
  ...searchRoutes(needs),
  ...feedbackRoutes(needs),
  ...askRoutes({
    ...needs,
    nearestArticles: (text, limit) => nearestArticles(needs.database, text, { limit }),
  }),
  ...completeRegistrationRoutes(needs),
  ...someoneDiedRoutes(needs),
  ...ticketSignInRoutes(needs),
  ...ownTicketsRoutes(needs),
  ...startRoutes(needs),
  ...tasksRoutes(needs),
  ...findPeopleRoutes(needs),
  ...personRoutes(needs),
  ...sentMessageRoutes(needs),
  ...staffRoutes(needs),
  ...teamsRoutes(needs),
  ...deskArticlesRoutes(needs),
  ...deskFeedbackRoutes(needs),
  ...noticesRoutes(needs),
  ...answerLinkedRoutes(needs),
  ...activityRoutes(needs),
  ...dashboardRoutes(needs),
  ...openForCallerRoutes(needs),
  ...checkCallerRoutes(needs),
  ...callBackRoutes(needs),
  ...correctionsRoutes(needs),
  ...deskFileRoutes(needs),
  ...deskTicketsRoutes(needs),
  ...repliesRoutes(needs),
  ...downloadFileRoutes(needs),
  ...factorResetsRoutes(needs),
];
