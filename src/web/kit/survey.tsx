/** The satisfaction question after a conversation: one to five stars and, if one likes, a word. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Survey as SurveyAsked } from '../../protocol/chat.js';
import { MAX_COMMENT } from '../../protocol/limits.js';
import { useChat } from './chat-context.js';
import { Icon } from './icons.js';

type ReasonId = SurveyAsked['reasons'][number]['id'];

export function Survey({ isDone, reasons }: { isDone: boolean; reasons: SurveyAsked['reasons'] }) {
  const { client, strings } = useChat();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [chosen, setChosen] = useState<readonly ReasonId[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const fitting = reasons.filter((reason) => reason.for.includes(score < 4 ? 'low' : 'high'));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The field for a word has just opened under the stars, below the edge of the screen.
    const log = form.current?.closest('.jb-log');
    if (log && score > 0) log.scrollTop = log.scrollHeight;
  }, [score > 0]);
  if (isDone) return <div class="jb-survey jb-survey-done" role="status"><strong>{strings.surveyThanks}</strong></div>;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setIsBusy(true);
    setHasFailed(!(await client.rate(score, comment, fitting.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])))));
    setIsBusy(false);
  };
  return (
    <form ref={form} class="jb-survey" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>{strings.surveyTitle}</legend>
        <div class="jb-stars">
          {strings.surveyStars.map((name, index) => (
            <label key={name} class={index < score ? 'jb-star jb-star-on' : 'jb-star'}>
              <input type="radio" name="jb-score" value={index + 1} checked={score === index + 1} onChange={() => setScore(index + 1)} aria-label={name} />
              <Icon name="star" />
            </label>
          ))}
        </div>
        <output class="jb-survey-word">{strings.surveyStars[score - 1] ?? '\u00a0'}</output>
      </fieldset>
      {score > 0 && (
        <>
          {fitting.length > 0 && (
            <div class="jb-reasons">
              {fitting.map(({ id, label }) => (
                <label key={id}>
                  <input type="checkbox" checked={chosen.includes(id)} onChange={() => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])} />
                  <span>{label}</span>
                </label>
              ))}
            </div>
          )}
          <textarea rows={2} maxLength={MAX_COMMENT} value={comment} onInput={(event) => setComment(event.currentTarget.value)} placeholder={strings.surveyComment} aria-label={strings.surveyComment} />
          {comment[MAX_COMMENT - 1] && <small role="status">{`${MAX_COMMENT}/${MAX_COMMENT}`}</small>}
          {hasFailed && <p class="jb-bad" role="alert">{strings.surveyFailed}</p>}
          <button class="jb-primary" disabled={isBusy}>{strings.surveySubmit}</button>
        </>
      )}
    </form>
  );
}
