/** What can be said of a text to whoever waits for it, and since when it is so. */
export interface TextState {
  state:
    | 'queued'
    /** Not taken by the other side yet, or nobody knows; tried again. */
    | 'delayed'
    | 'sent'
    | 'delivered'
    /** The number takes no texts. */
    | 'refused'
    /** The phone was off or without signal. */
    | 'not-reached'
    /** A fault between us and the networks. */
    | 'not-sent';
  at: Date;
}
