import { NextFlexError } from "./errors.js";
import type { components } from "./schema.js";

export type Job = components["schemas"]["Job"];

export interface WaitOptions {
  /** Between two questions, in milliseconds: 1000. */
  everyMs?: number;
  /** Ends the waiting, not the job: `AbortSignal.timeout(60_000)`. */
  signal?: AbortSignal;
  /** Told of the job after each question. */
  onProgress?: (job: Job) => void;
}

/** The job ended without a result; `job.error` says why. */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
  readonly job: Job;

  constructor(job: Job) {
    super(job.error ?? `Job ${job.id} failed.`);
    this.job = job;
  }
}

/** The job when it is done. A site that cannot answer just now is asked again when it says. */
export async function waitFor(look: () => Promise<Job>, options: WaitOptions): Promise<Job> {
  for (;;) {
    let pauseMs = options.everyMs ?? 1000;
    try {
      const job = await look();
      options.onProgress?.(job);
      if (job.state === "done") return job;
      if (job.state === "failed") throw new JobFailed(job);
    } catch (problem) {
      const isBusy = problem instanceof NextFlexError && problem.retryAfterS !== undefined;
      if (!isBusy || (problem.status !== 429 && problem.status !== 503)) throw problem;
      pauseMs = (problem.retryAfterS ?? 0) * 1000;
    }
    await pause(pauseMs, options.signal);
  }
}

function pause(forMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }, forMs);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}
