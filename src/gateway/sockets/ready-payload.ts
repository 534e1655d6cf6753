/** A payload that is JSON already, and goes into its packet as it is. */
export class ReadyPayload {
  constructor(readonly json: string) {}

  /** For whoever puts it into JSON all the same. */
  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}
