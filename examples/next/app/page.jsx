import { Names } from './names.jsx';

export default function Page() {
  return (
    <main>
      <h1>Talks in Geneva</h1>
      <Names date="2024-12-01">
        <p>
          In late 2024 Bashar al-Assad was still received in Moscow, where Vladimir Putin spoke of support.
          The Syrian government controlled Damascus; fighting went on around Aleppo.
        </p>
      </Names>
    </main>
  );
}
