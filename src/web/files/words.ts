/** The words around files in the chat, in both languages. */
import type { WireLocale } from '../../protocol/chat.js';

const zhCn = {
  sending: (name: string) => `正在发送 ${name}…`,
  failed: '文件没有发出，请再试一次。',
  refused: {
    'too-long': '文件超过 5 MB，请压缩后再发。',
    'bad-file': '不支持这种文件。可以发图片、PDF、Word、Excel 和文本文件。',
    'rate-limited': '发得太快了，请稍等一分钟。',
    'bad-request': '这个文件是空的。',
  } as Partial<Record<string, string>>,
  open: (name: string) => `打开 ${name}`,
  image: (name: string) => `图片 ${name}`,
};

const en: typeof zhCn = {
  sending: (name) => `Sending ${name}…`,
  failed: 'The file was not sent. Please try again.',
  refused: {
    'too-long': 'The file is larger than 5 MB. Please make it smaller.',
    'bad-file': 'This kind of file is not taken. Images, PDF, Word, Excel and text files are.',
    'rate-limited': 'Too many at once. Please wait a minute.',
    'bad-request': 'This file is empty.',
  },
  open: (name) => `Open ${name}`,
  image: (name) => `Image ${name}`,
};

export const fileWords = (locale: WireLocale): typeof zhCn => (locale === 'en' ? en : zhCn);
