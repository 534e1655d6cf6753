/** Puts an uploaded picture into the text: the file, and the words for whoever cannot see it, which stand in its place where only words go. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useStudio, useTold, useWords } from '../frame/studio-context.js';

const TAKEN = 'image/png,image/jpeg,image/gif,image/webp';

export function PictureField({ onPut }: { readonly onPut: (markdown: string) => void }) {
  const words = useWords().articles.picture;
  const told = useTold();
  const { api } = useStudio();
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState('');
  const upload = useMutation({
    mutationFn: (one: File) => api.uploadPicture(one),
    onSuccess: ({ name }) => {
      onPut(`![${said.trim().replace(/[[\]\n]/g, ' ')}](/kb-images/${name})`);
      setFile(null);
      setSaid('');
    },
  });
  return (
    <details className="picture-field">
      <summary>{words.add}</summary>
      <div className="fields">
        <label className="file">
          <span>{words.choose}</span>
          <input key={file?.name ?? 'none'} type="file" accept={TAKEN} onChange={(event) => (upload.reset(), setFile(event.target.files?.[0] ?? null))} />
        </label>
        {file === null ? null : <strong>{file.name}</strong>}
        <label>{words.alt}<input value={said} maxLength={200} placeholder={words.altExample} onChange={(event) => setSaid(event.target.value)} /></label>
        <Button disabled={file === null || said.trim() === ''} loading={upload.isPending} onClick={() => file && upload.mutate(file)}>{words.put}</Button>
        <p role="alert" className="said bad">{upload.error ? told(upload.error) : ''}</p>
        <p className="hint">{words.hint}</p>
      </div>
    </details>
  );
}
