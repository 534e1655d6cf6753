/** One sentence for those who write in a language the assistant does not speak: which it does, and that there is a person. */
export const IN_OTHER_LANGUAGES = {
  ja: '中国語か英語でご入力ください。オペレーターにおつなぎすることもできます。',
  ko: '중국어나 영어로 입력해 주세요. 상담원을 연결해 드릴 수도 있습니다.',
  ru: 'Пожалуйста, напишите по-китайски или по-английски. Можно также позвать сотрудника.',
  ar: 'يرجى الكتابة بالصينية أو الإنجليزية، ويمكنك أيضًا التحدث إلى موظف.',
  th: 'กรุณาพิมพ์เป็นภาษาจีนหรือภาษาอังกฤษ หรือคุยกับเจ้าหน้าที่ก็ได้',
  fr: 'Merci d’écrire en chinois ou en anglais. Vous pouvez aussi parler à un conseiller.',
  es: 'Por favor, escriba en chino o en inglés. También puede hablar con un agente.',
} as const;
