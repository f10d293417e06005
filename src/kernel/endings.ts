/** Thrown with a status, because any page may end so. What a page has words for is an outcome instead. */
export abstract class Ending extends Error {
  abstract readonly status: number;
}

export class NotFound extends Ending {
  readonly status = 404;
  constructor(what = 'page') {
    super(`not found: ${what}`);
  }
}

export class NotAllowed extends Ending {
  readonly status = 403;
  constructor(policy: string) {
    super(`not allowed: ${policy}`);
  }
}

/** The password was given too long ago for this step; the platform asks for it again and comes back. */
export class NotConfirmed extends Ending {
  readonly status = 403;
  constructor() {
    super('the password was given too long ago');
  }
}

export class TooMany extends Ending {
  readonly status = 429;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too many requests');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** More work than the machine can do now; the page names a time. */
export class Overloaded extends Ending {
  readonly status = 503;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('overloaded');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
