<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.</source>
        <translation>
            <numerusform>¿Sigue ahí? En %n segundo se borrará todo lo que ha escrito. Pulse cualquier tecla o toque la pantalla para continuar.</numerusform>
            <numerusform>¿Sigue ahí? En %n segundos se borrará todo lo que ha escrito. Pulse cualquier tecla o toque la pantalla para continuar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation>Buscando</translation>
    </message>
</context>
<context>
    <name>AskField</name>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Ask another question</source>
        <translation>Otra pregunta</translation>
    </message>
    <message>
        <source>I&apos;m done</source>
        <translation>Ya terminé</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escriba a %1</translation>
    </message>
</context>
<context>
    <name>BarButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message>
        <source>%1 · librarian</source>
        <translation>%1 · biblioteca</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ask a librarian</source>
        <translation>Preguntar a un bibliotecario</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>You find us at %1.</source>
        <translation>Nos encontrará en %1.</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Usted: %1</translation>
    </message>
</context>
<context>
    <name>ContactConsent</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quiso decir %1?</translation>
    </message>
    <message>
        <source>This is neither an e-mail address nor a phone number yet.</source>
        <translation>Esto todavía no es un correo electrónico ni un número de teléfono.</translation>
    </message>
    <message>
        <source>Yes, you may answer me there. Without this tick it is not sent along.</source>
        <translation>Sí, pueden responderme ahí. Si no marca esta casilla, no se envía.</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>Just now I answer from the library&apos;s own data only. When you leave, this screen forgets what you wrote.</source>
        <translation>Por ahora respondo solo con los datos de la biblioteca. Cuando se vaya, esta pantalla olvidará lo que escribió.</translation>
    </message>
    <message>
        <source>When you leave, this screen forgets what you wrote. Answers can be wrong; cards come from the library&apos;s own data.</source>
        <translation>Cuando se vaya, esta pantalla olvidará lo que escribió. Las respuestas pueden contener errores; las fichas vienen de los datos de la biblioteca.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>Queda %n segundo</numerusform>
            <numerusform>Quedan %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Clear it now</source>
        <translation>Borrar ahora</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Then everything you wrote is cleared for the next person. Touch anywhere to go on.</source>
        <translation>Después se borrará todo lo que escribió, para la siguiente persona. Toque cualquier lugar para continuar.</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>I am not sure what time it is. Please ask at the desk.</source>
        <translation>No estoy seguro de qué hora es. Por favor, pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>I can&apos;t answer that here. Shall I pass your question to a librarian?</source>
        <translation>Aquí no puedo responder a eso. ¿Paso su pregunta al personal de la biblioteca?</translation>
    </message>
    <message>
        <source>I can&apos;t answer that right now. Shall I pass your question to a librarian?</source>
        <translation>Ahora no puedo responder a eso. ¿Paso su pregunta al personal de la biblioteca?</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer answers right now.</source>
        <translation>Ahora no puedo comprobar si hay respuestas más recientes.</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer hours right now.</source>
        <translation>Ahora no puedo comprobar si hay horarios más recientes.</translation>
    </message>
    <message>
        <source>I can&apos;t reach the librarians right now.</source>
        <translation>Ahora no puedo contactar con el personal de la biblioteca.</translation>
    </message>
    <message>
        <source>Something went wrong. Please ask at the desk.</source>
        <translation>Algo salió mal. Por favor, pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>That is too long for me. Please ask it in fewer words.</source>
        <translation>Es demasiado largo para mí. Por favor, pregúntelo con menos palabras.</translation>
    </message>
    <message>
        <source>Your message could not be delivered. Please ask at the desk.</source>
        <translation>No se pudo entregar su mensaje. Por favor, pregunte en el mostrador.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Floor plan with %1</source>
        <translation>Plano de la planta con %1</translation>
    </message>
    <message>
        <source>Floor plan with %1 and with where you are</source>
        <translation>Plano de la planta con %1 y con el lugar donde está usted</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Está usted aquí</translation>
    </message>
</context>
<context>
    <name>HandOffSheet</name>
    <message>
        <source>Ask a librarian</source>
        <translation>Preguntar a un bibliotecario</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>E-mail or phone, if you like</source>
        <translation>Correo o teléfono, si lo desea</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>Dejarla aquí</translation>
    </message>
    <message>
        <source>Only what you see here is sent. Name and address are deleted 30 days after your question is closed; this screen forgets them when you leave.</source>
        <translation>Solo se envía lo que ve aquí. El nombre y la dirección se borran 30 días después de cerrarse su pregunta; esta pantalla los olvida cuando usted se va.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>These lines go along. Tap one to leave it out.</source>
        <translation>Estas líneas se envían también. Toque una para quitarla.</translation>
    </message>
    <message>
        <source>Your name, if you like</source>
        <translation>Su nombre, si lo desea</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Su pregunta</translation>
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
        <translation>Pregunte lo que quiera</translation>
    </message>
    <message>
        <source>Our places</source>
        <translation>Nuestros espacios</translation>
    </message>
    <message>
        <source>Our places now</source>
        <translation>Nuestros espacios ahora</translation>
    </message>
    <message>
        <source>hours of %1 this week</source>
        <translation>Horario de %1 esta semana</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Hours of %1. %2</source>
        <translation>Horario de %1. %2</translation>
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
        <translation>Borrar hacia atrás</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>Mayúsculas, activado</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Other letters: %1</source>
        <translation>Otras letras: %1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayúscula</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>Mayúscula, activado</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message>
        <source>Newest</source>
        <translation>Lo más reciente</translation>
    </message>
    <message>
        <source>Newest: there is something new</source>
        <translation>Lo más reciente: hay algo nuevo</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>The librarian</source>
        <translation>El personal de la biblioteca</translation>
    </message>
    <message>
        <source>The librarians have your question already, so it could not be taken back.</source>
        <translation>El personal de la biblioteca ya tiene su pregunta, así que no se pudo retirar.</translation>
    </message>
    <message>
        <source>This could not be sent from here. Please ask at the desk.</source>
        <translation>Esto no se pudo enviar desde aquí. Por favor, pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>This goes on from ticket {code}, which was closed.</source>
        <translation>Es continuación de la consulta {code}, que ya se cerró.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Your question is not sent any more.</source>
        <translation>Su pregunta ya no se enviará.</translation>
    </message>
    <message>
        <source>Your question is not sent any more. Should it have reached the librarians just before, they have it under the code {code}.</source>
        <translation>Su pregunta ya no se enviará. Si hubiera llegado justo antes, el personal de la biblioteca la tiene con el código {code}.</translation>
    </message>
    <message>
        <source>{name} had to go. Your question is back in the queue.</source>
        <translation>{name} tuvo que irse. Su pregunta ha vuelto a la cola.</translation>
    </message>
    <message>
        <source>{name} has closed your question. I am back: ask me anything.</source>
        <translation>{name} ha cerrado su pregunta. Aquí estoy de nuevo: pregunte lo que quiera.</translation>
    </message>
    <message>
        <source>{name} has joined the conversation.</source>
        <translation>{name} se ha unido a la conversación.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>OpenHeadline</name>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is with you. What you write goes to %1.</source>
        <translation>%1 le atiende. Lo que escriba llegará a %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · reviewed %2</source>
        <translation>%1 · revisado: %2</translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen.</source>
        <translation>Un bibliotecario lo leerá y responderá aquí, en esta pantalla.</translation>
    </message>
    <message numerus="yes">
        <source>A librarian reads this and answers here, on this screen. %n question(s) come first.</source>
        <translation>
            <numerusform>Un bibliotecario lo leerá y responderá aquí, en esta pantalla. Hay %n pregunta antes que la suya.</numerusform>
            <numerusform>Un bibliotecario lo leerá y responderá aquí, en esta pantalla. Hay %n preguntas antes que la suya.</numerusform>
        </translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.</source>
        <translation>Un bibliotecario lo leerá y responderá aquí, en esta pantalla. Por si nadie está libre, deje un correo electrónico y le escribiremos.</translation>
    </message>
    <message>
        <source>Ask us for today&apos;s hours</source>
        <translation>Pregúntenos el horario de hoy</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>Con cita previa</translation>
    </message>
    <message>
        <source>By appointment today</source>
        <translation>Hoy con cita previa</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Cerrado ahora</translation>
    </message>
    <message>
        <source>Closed · opens %1</source>
        <translation>Cerrado · abre %1</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>Es difícil de entender</translation>
    </message>
    <message>
        <source>Hours as of %1</source>
        <translation>Horario consultado %1</translation>
    </message>
    <message>
        <source>Hours could not be loaded yet. Please ask at the desk.</source>
        <translation>Todavía no se pudo cargar el horario. Por favor, pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horario desconocido</translation>
    </message>
    <message>
        <source>It is wrong</source>
        <translation>Es incorrecto</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself, and they get back to you.</source>
        <translation>Guardado aquí. Ahora no se puede contactar con el personal de la biblioteca; se enviará solo y se pondrán en contacto con usted.</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself.</source>
        <translation>Guardado aquí. Ahora no se puede contactar con el personal de la biblioteca; se enviará solo.</translation>
    </message>
    <message>
        <source>Nobody is at the queue just now. Leave an e-mail address and we write to you, or ask at %1.</source>
        <translation>Ahora no hay nadie atendiendo. Deje un correo electrónico y le escribiremos, o pregunte en %1.</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>Todavía no publicado</translation>
    </message>
    <message>
        <source>Not what I asked</source>
        <translation>No es lo que pregunté</translation>
    </message>
    <message>
        <source>Number %1 in the queue. A librarian answers here.</source>
        <translation>Número %1 en la cola. Un bibliotecario responderá aquí.</translation>
    </message>
    <message>
        <source>On its way to the librarians…</source>
        <translation>En camino al personal de la biblioteca…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Open now
until %1</source>
        <translation>Abierto
hasta %1</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Abierto hasta %1</translation>
    </message>
    <message>
        <source>Open, times not given</source>
        <translation>Abierto, sin horario indicado</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>Abre %1</translation>
    </message>
    <message>
        <source>Sent to the assistant as: %1</source>
        <translation>Enviado al asistente así: %1</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>Special hours today</source>
        <translation>Horario especial hoy</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>Thank you. Your question goes to the librarians.</source>
        <translation>Gracias. Su pregunta llegará al personal de la biblioteca.</translation>
    </message>
    <message>
        <source>The librarians can&apos;t be reached just now. You can leave your question here: it goes out by itself when the connection is back. Or ask at %1.</source>
        <translation>Ahora no se puede contactar con el personal de la biblioteca. Puede dejar su pregunta aquí: se enviará sola cuando vuelva la conexión. O pregunte en %1.</translation>
    </message>
    <message>
        <source>The library&apos;s own answers</source>
        <translation>Respuestas de la propia biblioteca</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked %1</source>
        <translation>Este horario puede no estar al día: última consulta %1</translation>
    </message>
    <message>
        <source>This could not be delivered. Please ask at %1.</source>
        <translation>No se pudo entregar. Pregunte en %1.</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is. Please ask at %1.</source>
        <translation>Este terminal no sabe con seguridad qué hora es. Por favor, pregunte en %1.</translation>
    </message>
    <message>
        <source>What was not right?</source>
        <translation>¿Qué no estuvo bien?</translation>
    </message>
    <message>
        <source>You are next. A librarian answers here.</source>
        <translation>Usted es el siguiente turno. Un bibliotecario responderá aquí.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; a librarian gets back to you.</source>
        <translation>Su pregunta está en la cola. Ahora no hay nadie atendiendo; un bibliotecario se pondrá en contacto con usted.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; if it can&apos;t wait, ask at %1.</source>
        <translation>Su pregunta está en la cola. Ahora no hay nadie atendiendo; si no puede esperar, pregunte en %1.</translation>
    </message>
    <message>
        <source>Your ticket %1. %2</source>
        <translation>Su consulta %1. %2</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscuros</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>alto contraste</translation>
    </message>
    <message>
        <source>light</source>
        <translation>claros</translation>
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
        <translation>Espacios ahora</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>consultado %1</translation>
    </message>
</context>
<context>
    <name>PreviewLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QuietBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 por ciento</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Más abajo</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño de letra</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Don&apos;t send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>May we send your question to the librarians, so that they can improve this? Only these words are sent, without a name:</source>
        <translation>¿Podemos enviar su pregunta al personal de la biblioteca para mejorar esto? Solo se envían estas palabras, sin nombre:</translation>
    </message>
    <message>
        <source>Send my question to the librarians too</source>
        <translation>Enviar también mi pregunta a la biblioteca</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar esto</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>No me ayudó</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>Me ayudó</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>ReadAloudBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 por ciento</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading aloud does not work just now.</source>
        <translation>La lectura en voz alta no funciona en este momento.</translation>
    </message>
    <message>
        <source>Reading aloud is on.</source>
        <translation>La lectura en voz alta está activada.</translation>
    </message>
    <message>
        <source>There is no voice for {language} on this terminal.</source>
        <translation>En este terminal no hay voz para este idioma: {language}.</translation>
    </message>
</context>
<context>
    <name>ResolvedStrip</name>
    <message>
        <source>Is your question answered?</source>
        <translation>¿Se resolvió su pregunta?</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>By appointment</source>
        <translation>Con cita previa</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>Cerrado · abre {time}</translation>
    </message>
    <message>
        <source>Hours as of {time}</source>
        <translation>Horario consultado {time}</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horario desconocido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>Abierto hasta {time}</translation>
    </message>
    <message>
        <source>Please ask at {desk}.</source>
        <translation>Por favor, pregunte en {desk}.</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked {time}</source>
        <translation>Este horario puede no estar al día: última consulta {time}</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is, so it does not say what is open.</source>
        <translation>Este terminal no sabe con seguridad qué hora es, así que no dice qué está abierto.</translation>
    </message>
    <message>
        <source>Today&apos;s hours are not known here.</source>
        <translation>Aquí no se conoce el horario de hoy.</translation>
    </message>
    <message>
        <source>Today&apos;s hours cannot be read here.</source>
        <translation>Aquí no se puede leer el horario de hoy.</translation>
    </message>
</context>
<context>
    <name>ScreenReader</name>
    <message>
        <source>Box to tick</source>
        <translation>Casilla</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Botón</translation>
    </message>
    <message>
        <source>Field to write in</source>
        <translation>Campo para escribir</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegido</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Fuente: %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Close the kiosk (exit to the system)</source>
        <translation>Cerrar el quiosco (salir al sistema)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Restart the screen</source>
        <translation>Reiniciar la pantalla</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>Mostrar qué falla</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Staff: enter the PIN</source>
        <translation>Personal: introduzca el PIN</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} s.</source>
        <translation>Demasiados intentos fallidos. Espere {seconds} s.</translation>
    </message>
    <message>
        <source>What is wrong here</source>
        <translation>Qué falla aquí</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>QR code with this address, to scan with a phone</source>
        <translation>Código QR con esta dirección, para escanear con un teléfono</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Lléveselo en el teléfono</translation>
    </message>
</context>
<context>
    <name>TicketStrip</name>
    <message>
        <source>Don&apos;t send it any more</source>
        <translation>Ya no enviarla</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarla</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <translation>Su consulta</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Talk to a librarian</source>
        <translation>Hablar con un bibliotecario</translation>
    </message>
</context>
<context>
    <name>WaitingDots</name>
    <message>
        <source>Looking it up</source>
        <translation>Buscando</translation>
    </message>
</context>
</TS>
