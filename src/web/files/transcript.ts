/** Fetches the record of a conversation and hands it to the browser as a file. */
export interface TranscriptRequest {
  readonly server: string;
  readonly conversationId: string;
  readonly resumeToken: string;
  /** File name without its ending. */
  readonly name: string;
}

/** False when the server refused or could not be reached. */
export async function downloadTranscript(request: TranscriptRequest): Promise<boolean> {
  try {
    const address = `${request.server}/api/conversations/${encodeURIComponent(request.conversationId)}/transcript?format=html`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${request.resumeToken}` } });
    if (!answer.ok) return false;
    const url = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = `${request.name}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return true;
  } catch {
    return false;
  }
}
