export const HomePage = () => <h1>Mutuo</h1>
