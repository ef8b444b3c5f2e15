/** Why a value of a file was not accepted: a stable code, and words for the person who sent the file. */
export class Fault {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {}
}
