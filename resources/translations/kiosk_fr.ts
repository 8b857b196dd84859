<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.</source>
        <translation>
            <numerusform>Êtes-vous toujours là ? Dans %n seconde, tout ce que vous avez écrit sera effacé. Appuyez sur une touche ou touchez l’écran pour continuer.</numerusform>
            <numerusform>Êtes-vous toujours là ? Dans %n secondes, tout ce que vous avez écrit sera effacé. Appuyez sur une touche ou touchez l’écran pour continuer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation>Recherche en cours</translation>
    </message>
</context>
<context>
    <name>AskField</name>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Ask another question</source>
        <translation>Une autre question</translation>
    </message>
    <message>
        <source>I&apos;m done</source>
        <translation>J&apos;ai terminé</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Écrivez à %1</translation>
    </message>
</context>
<context>
    <name>BarButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message>
        <source>%1 · librarian</source>
        <translation>%1 · bibliothécaire</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Ask a librarian</source>
        <translation>Demander à un bibliothécaire</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>You find us at %1.</source>
        <translation>Vous nous trouverez ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ContactConsent</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>Vouliez-vous dire %1 ?</translation>
    </message>
    <message>
        <source>This is neither an e-mail address nor a phone number yet.</source>
        <translation>Ce n&apos;est pas encore une adresse e-mail ni un numéro de téléphone.</translation>
    </message>
    <message>
        <source>Yes, you may answer me there. Without this tick it is not sent along.</source>
        <translation>Oui, vous pouvez me répondre là. Sans cette coche, elle n&apos;est pas transmise.</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>Just now I answer from the library&apos;s own data only. When you leave, this screen forgets what you wrote.</source>
        <translation>En ce moment, je réponds uniquement avec les données de la bibliothèque. À votre départ, cet écran oublie ce que vous avez écrit.</translation>
    </message>
    <message>
        <source>When you leave, this screen forgets what you wrote. Answers can be wrong; cards come from the library&apos;s own data.</source>
        <translation>À votre départ, cet écran oublie ce que vous avez écrit. Les réponses peuvent comporter des erreurs&#xa0;; les fiches viennent des données de la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>Il reste %n seconde</numerusform>
            <numerusform>Il reste %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#xa0;?</translation>
    </message>
    <message>
        <source>Clear it now</source>
        <translation>Effacer maintenant</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>Je suis toujours là</translation>
    </message>
    <message>
        <source>Then everything you wrote is cleared for the next person. Touch anywhere to go on.</source>
        <translation>Ensuite, tout ce que vous avez écrit sera effacé pour la personne suivante. Touchez l&apos;écran pour continuer.</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>I am not sure what time it is. Please ask at the desk.</source>
        <translation>Je ne suis pas sûr de l&apos;heure qu&apos;il est. Merci de demander à l&apos;accueil.</translation>
    </message>
    <message>
        <source>I can&apos;t answer that here. Shall I pass your question to a librarian?</source>
        <translation>Je ne peux pas répondre à cela ici. Voulez-vous que je transmette votre question à un bibliothécaire&#xa0;?</translation>
    </message>
    <message>
        <source>I can&apos;t answer that right now. Shall I pass your question to a librarian?</source>
        <translation>Je ne peux pas répondre à cela en ce moment. Voulez-vous que je transmette votre question à un bibliothécaire&#xa0;?</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer answers right now.</source>
        <translation>Je ne peux pas vérifier s&apos;il y a des réponses plus récentes en ce moment.</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer hours right now.</source>
        <translation>Je ne peux pas vérifier s&apos;il y a des horaires plus récents en ce moment.</translation>
    </message>
    <message>
        <source>I can&apos;t reach the librarians right now.</source>
        <translation>Je ne peux pas joindre les bibliothécaires en ce moment.</translation>
    </message>
    <message>
        <source>Something went wrong. Please ask at the desk.</source>
        <translation>Un problème est survenu. Merci de demander à l&apos;accueil.</translation>
    </message>
    <message>
        <source>That is too long for me. Please ask it in fewer words.</source>
        <translation>C&apos;est trop long pour moi. Merci de poser la question en moins de mots.</translation>
    </message>
    <message>
        <source>Your message could not be delivered. Please ask at the desk.</source>
        <translation>Votre message n&apos;a pas pu être remis. Merci de demander à l&apos;accueil.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Floor plan with %1</source>
        <translation>Plan de l&apos;étage avec %1</translation>
    </message>
    <message>
        <source>Floor plan with %1 and with where you are</source>
        <translation>Plan de l&apos;étage avec %1 et l&apos;endroit où vous êtes</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
</context>
<context>
    <name>HandOffSheet</name>
    <message>
        <source>Ask a librarian</source>
        <translation>Demander à un bibliothécaire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>E-mail or phone, if you like</source>
        <translation>E-mail ou téléphone, si vous le souhaitez</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>La laisser ici</translation>
    </message>
    <message>
        <source>Only what you see here is sent. Name and address are deleted 30 days after your question is closed; this screen forgets them when you leave.</source>
        <translation>Seul ce que vous voyez ici est envoyé. Le nom et l&apos;adresse sont effacés 30 jours après la clôture de votre question ; cet écran les oublie quand vous partez.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>These lines go along. Tap one to leave it out.</source>
        <translation>Ces lignes sont envoyées aussi. Touchez-en une pour la retirer.</translation>
    </message>
    <message>
        <source>Your name, if you like</source>
        <translation>Votre nom, si vous le souhaitez</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Votre question</translation>
    </message>
</context>
<context>
    <name>HomeModel</name>
    <message>
        <source>{place}, {phone}</source>
        <translation>{place}, {phone}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Ask anything</source>
        <translation>Posez votre question</translation>
    </message>
    <message>
        <source>Our places</source>
        <translation>Nos lieux</translation>
    </message>
    <message>
        <source>Our places now</source>
        <translation>Nos lieux en ce moment</translation>
    </message>
    <message>
        <source>hours of %1 this week</source>
        <translation>Horaires de %1 cette semaine</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Hours of %1. %2</source>
        <translation>Horaires de %1. %2</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>123 ?!</source>
        <comment>key: digits and signs</comment>
        <translation>123 ?!</translation>
    </message>
    <message>
        <source>ABC</source>
        <comment>key: back to letters</comment>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>Majuscules, activé</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Chiffres et signes</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Masquer le clavier</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Other letters: %1</source>
        <translation>Autres lettres&#xa0;: %1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Majuscule</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>Majuscule, activé</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message>
        <source>Newest</source>
        <translation>Le plus récent</translation>
    </message>
    <message>
        <source>Newest: there is something new</source>
        <translation>Le plus récent : il y a du nouveau</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The librarian</source>
        <translation>Le bibliothécaire</translation>
    </message>
    <message>
        <source>The librarians have your question already, so it could not be taken back.</source>
        <translation>Les bibliothécaires ont déjà votre question ; elle n&apos;a pas pu être retirée.</translation>
    </message>
    <message>
        <source>This could not be sent from here. Please ask at the desk.</source>
        <translation>L&apos;envoi n&apos;a pas été possible d&apos;ici. Merci de demander à l&apos;accueil.</translation>
    </message>
    <message>
        <source>This goes on from ticket {code}, which was closed.</source>
        <translation>Ceci fait suite à la demande {code}, qui a été close.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Your question is not sent any more.</source>
        <translation>Votre question ne sera plus envoyée.</translation>
    </message>
    <message>
        <source>Your question is not sent any more. Should it have reached the librarians just before, they have it under the code {code}.</source>
        <translation>Votre question ne sera plus envoyée. Si elle est arrivée juste avant, les bibliothécaires l&apos;ont sous le code {code}.</translation>
    </message>
    <message>
        <source>{name} had to go. Your question is back in the queue.</source>
        <translation>{name} a dû partir. Votre question est de nouveau dans la file d&apos;attente.</translation>
    </message>
    <message>
        <source>{name} has closed your question. I am back: ask me anything.</source>
        <translation>{name} a clos votre question. Me revoici&#xa0;: posez-moi vos questions.</translation>
    </message>
    <message>
        <source>{name} has joined the conversation.</source>
        <translation>{name} a rejoint la conversation.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>OpenHeadline</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is with you. What you write goes to %1.</source>
        <translation>%1 est avec vous. Ce que vous écrivez parvient à %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · reviewed %2</source>
        <translation>%1 · révisé le %2</translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen.</source>
        <translation>Un bibliothécaire lit ceci et répond ici, sur cet écran.</translation>
    </message>
    <message numerus="yes">
        <source>A librarian reads this and answers here, on this screen. %n question(s) come first.</source>
        <translation>
            <numerusform>Un bibliothécaire lit ceci et répond ici, sur cet écran. %n question passe avant la vôtre.</numerusform>
            <numerusform>Un bibliothécaire lit ceci et répond ici, sur cet écran. %n questions passent avant la vôtre.</numerusform>
        </translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.</source>
        <translation>Un bibliothécaire lit ceci et répond ici, sur cet écran. Si personne n&apos;est libre, laissez une adresse e-mail et nous vous écrirons.</translation>
    </message>
    <message>
        <source>Ask us for today&apos;s hours</source>
        <translation>Demandez-nous les horaires du jour</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>Sur rendez-vous</translation>
    </message>
    <message>
        <source>By appointment today</source>
        <translation>Aujourd&apos;hui sur rendez-vous</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Fermé en ce moment</translation>
    </message>
    <message>
        <source>Closed · opens %1</source>
        <translation>Fermé · ouvre %1</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>Difficile à comprendre</translation>
    </message>
    <message>
        <source>Hours as of %1</source>
        <translation>Horaires vérifiés %1</translation>
    </message>
    <message>
        <source>Hours could not be loaded yet. Please ask at the desk.</source>
        <translation>Les horaires n&apos;ont pas encore pu être chargés. Merci de demander à l&apos;accueil.</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horaires inconnus</translation>
    </message>
    <message>
        <source>It is wrong</source>
        <translation>C&apos;est faux</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself, and they get back to you.</source>
        <translation>Votre question est conservée ici. Les bibliothécaires ne sont pas joignables en ce moment ; elle partira toute seule, et ils vous recontacteront.</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself.</source>
        <translation>Votre question est conservée ici. Les bibliothécaires ne sont pas joignables en ce moment&#xa0;; elle partira toute seule.</translation>
    </message>
    <message>
        <source>Nobody is at the queue just now. Leave an e-mail address and we write to you, or ask at %1.</source>
        <translation>Personne n&apos;est disponible en ce moment. Laissez une adresse e-mail et nous vous écrirons, ou adressez-vous ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>Pas encore publié</translation>
    </message>
    <message>
        <source>Not what I asked</source>
        <translation>Ce n&apos;est pas ma question</translation>
    </message>
    <message>
        <source>Number %1 in the queue. A librarian answers here.</source>
        <translation>Numéro %1 dans la file d&apos;attente. Un bibliothécaire répondra ici.</translation>
    </message>
    <message>
        <source>On its way to the librarians…</source>
        <translation>En route vers les bibliothécaires…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvert en ce moment</translation>
    </message>
    <message>
        <source>Open now
until %1</source>
        <translation>Ouvert
jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Ouvert jusqu&apos;à %1</translation>
    </message>
    <message>
        <source>Open, times not given</source>
        <translation>Ouvert, heures non précisées</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>Ouvre %1</translation>
    </message>
    <message>
        <source>Sent to the assistant as: %1</source>
        <translation>Envoyé à l&apos;assistant sous cette forme&#xa0;: %1</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Il manque quelque chose</translation>
    </message>
    <message>
        <source>Special hours today</source>
        <translation>Horaires spéciaux aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>Thank you. Your question goes to the librarians.</source>
        <translation>Merci. Votre question est transmise aux bibliothécaires.</translation>
    </message>
    <message>
        <source>The librarians can&apos;t be reached just now. You can leave your question here: it goes out by itself when the connection is back. Or ask at %1.</source>
        <translation>Les bibliothécaires ne sont pas joignables en ce moment. Vous pouvez laisser votre question ici : elle partira toute seule quand la connexion sera rétablie. Ou adressez-vous ici : %1.</translation>
    </message>
    <message>
        <source>The library&apos;s own answers</source>
        <translation>Réponses de la bibliothèque</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked %1</source>
        <translation>Ces horaires ne sont peut-être plus à jour&#xa0;: vérifiés %1</translation>
    </message>
    <message>
        <source>This could not be delivered. Please ask at %1.</source>
        <translation>Ceci n&apos;a pas pu être remis. Adressez-vous ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is. Please ask at %1.</source>
        <translation>Cette borne n&apos;est pas sûre de l&apos;heure qu&apos;il est. Merci de vous renseigner ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What was not right?</source>
        <translation>Qu&apos;est-ce qui n&apos;allait pas&#xa0;?</translation>
    </message>
    <message>
        <source>You are next. A librarian answers here.</source>
        <translation>C&apos;est bientôt à vous. Un bibliothécaire répondra ici.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; a librarian gets back to you.</source>
        <translation>Votre question est dans la file d&apos;attente. Personne n&apos;est disponible en ce moment ; un bibliothécaire vous recontactera.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; if it can&apos;t wait, ask at %1.</source>
        <translation>Votre question est dans la file d&apos;attente. Personne n&apos;est disponible en ce moment ; si c&apos;est urgent, adressez-vous ici : %1.</translation>
    </message>
    <message>
        <source>Your ticket %1. %2</source>
        <translation>Votre demande %1. %2</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombres</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>contraste élevé</translation>
    </message>
    <message>
        <source>light</source>
        <translation>claires</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Places now</source>
        <translation>Lieux en ce moment</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>vérifié %1</translation>
    </message>
</context>
<context>
    <name>PreviewLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>QuietBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 pour cent</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Don&apos;t send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>May we send your question to the librarians, so that they can improve this? Only these words are sent, without a name:</source>
        <translation>Pouvons-nous envoyer votre question aux bibliothécaires, afin d&apos;améliorer cette réponse&#xa0;? Seuls ces mots sont envoyés, sans nom&#xa0;:</translation>
    </message>
    <message>
        <source>Send my question to the librarians too</source>
        <translation>Envoyer aussi ma question aux bibliothécaires</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Envoyer ceci</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>Cela ne m&apos;a pas aidé</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>Cela m&apos;a aidé</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ReadAloudBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 pour cent</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading aloud does not work just now.</source>
        <translation>La lecture à voix haute ne fonctionne pas pour le moment.</translation>
    </message>
    <message>
        <source>Reading aloud is on.</source>
        <translation>La lecture à voix haute est activée.</translation>
    </message>
    <message>
        <source>There is no voice for {language} on this terminal.</source>
        <translation>Cette borne n’a pas de voix pour cette langue : {language}.</translation>
    </message>
</context>
<context>
    <name>ResolvedStrip</name>
    <message>
        <source>Is your question answered?</source>
        <translation>Avez-vous eu votre réponse&#xa0;?</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>By appointment</source>
        <translation>Sur rendez-vous</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>Fermé · ouvre {time}</translation>
    </message>
    <message>
        <source>Hours as of {time}</source>
        <translation>Horaires vérifiés {time}</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horaires inconnus</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>Ouvert jusqu&apos;à {time}</translation>
    </message>
    <message>
        <source>Please ask at {desk}.</source>
        <translation>Adressez-vous ici&#xa0;: {desk}.</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked {time}</source>
        <translation>Ces horaires ne sont peut-être plus à jour&#xa0;: vérifiés {time}</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is, so it does not say what is open.</source>
        <translation>Cette borne n&apos;est pas sûre de l&apos;heure qu&apos;il est et n&apos;indique donc pas ce qui est ouvert.</translation>
    </message>
    <message>
        <source>Today&apos;s hours are not known here.</source>
        <translation>Les horaires du jour ne sont pas connus ici.</translation>
    </message>
    <message>
        <source>Today&apos;s hours cannot be read here.</source>
        <translation>Les horaires du jour ne peuvent pas être lus ici.</translation>
    </message>
</context>
<context>
    <name>ScreenReader</name>
    <message>
        <source>Box to tick</source>
        <translation>Case à cocher</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Field to write in</source>
        <translation>Champ de saisie</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Source&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Close the kiosk (exit to the system)</source>
        <translation>Fermer la borne (revenir au système)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Restart the screen</source>
        <translation>Redémarrer l’écran</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>Afficher ce qui ne va pas</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Staff: enter the PIN</source>
        <translation>Personnel : saisissez le code PIN</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ce n’est pas le bon code PIN.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} s.</source>
        <translation>Trop d’essais erronés. Attendez {seconds} s.</translation>
    </message>
    <message>
        <source>What is wrong here</source>
        <translation>Ce qui ne va pas ici</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>QR code with this address, to scan with a phone</source>
        <translation>Code QR de cette adresse, à scanner avec un téléphone</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>À emporter sur votre téléphone</translation>
    </message>
</context>
<context>
    <name>TicketStrip</name>
    <message>
        <source>Don&apos;t send it any more</source>
        <translation>Ne plus l&apos;envoyer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <translation>Votre demande</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Talk to a librarian</source>
        <translation>Parler à un bibliothécaire</translation>
    </message>
</context>
<context>
    <name>WaitingDots</name>
    <message>
        <source>Looking it up</source>
        <translation>Recherche en cours</translation>
    </message>
</context>
</TS>
