/** Names and values in two columns. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly tone?: string;
}

export function Facts({ title, rows }: { readonly title?: string; readonly rows: readonly Fact[] }) {
  return (
    <>
      {title === undefined ? null : <p className="card-title">{title}</p>}
      {rows.length === 0 ? null : (
        <dl className="facts">
          {rows.map((row, index) => (
            <div key={`${row.name} ${index}`}>
              <dt>{row.name}</dt>
              <dd className="num" data-tone={row.tone}>
                {row.value}
                {row.note === undefined ? null : <small>{row.note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
