import { followingStages, jobKey, type JobMap, type JobName } from './jobs.js';

const stageOf = (job: JobName): number => followingStages.findIndex((jobs) => jobs.includes(job));

/** Work of one job, by key. */
type Keyed = ReadonlyMap<string, JobMap[JobName][]>;

/** What a transaction leads to and does itself before it ends: only jobs further down the path than its own. */
export class Following {
  private readonly due = new Map<JobName, Map<string, JobMap[JobName][]>>();
  private stage: number;

  constructor(job: JobName) {
    this.stage = stageOf(job);
  }

  /** False when the job has to go through the outbox. */
  take<J extends JobName>(job: J, all: readonly JobMap[J][]): boolean {
    if (stageOf(job) <= this.stage) return false;
    const known = this.due.get(job) ?? new Map<string, JobMap[JobName][]>();
    this.due.set(job, known);
    for (const data of all) {
      const key = jobKey(job, data);
      known.set(key, [...(known.get(key) ?? []), data]);
    }
    return true;
  }

  /** The next stage that has work, with all of it; none when all is done. Nothing is taken for it any more. */
  next(): [job: JobName, due: Keyed][] | undefined {
    while (++this.stage < followingStages.length) {
      const found = followingStages[this.stage]!.flatMap((job): [JobName, Keyed][] => {
        const due = this.due.get(job);
        return due ? [[job, due]] : [];
      });
      if (found.length) return found;
    }
    return undefined;
  }
}
