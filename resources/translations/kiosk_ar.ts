<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.</source>
        <translation>
            <numerusform>هل ما زلت هنا؟ سيُمسح الآن كل ما كتبته (%n). اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
            <numerusform>هل ما زلت هنا؟ بعد ثانية واحدة (%n) سيُمسح كل ما كتبته. اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
            <numerusform>هل ما زلت هنا؟ بعد ثانيتين (%n) سيُمسح كل ما كتبته. اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
            <numerusform>هل ما زلت هنا؟ بعد %n ثوانٍ سيُمسح كل ما كتبته. اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
            <numerusform>هل ما زلت هنا؟ بعد %n ثانية سيُمسح كل ما كتبته. اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
            <numerusform>هل ما زلت هنا؟ بعد %n ثانية سيُمسح كل ما كتبته. اضغط أي مفتاح أو المس الشاشة للمتابعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation>جارٍ البحث</translation>
    </message>
</context>
<context>
    <name>AskField</name>
    <message>
        <source>Ask</source>
        <translation>طرح السؤال</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Ask another question</source>
        <translation>سؤال آخر؟</translation>
    </message>
    <message>
        <source>I&apos;m done</source>
        <translation>انتهيت</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>الكتابة إلى %1</translation>
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
        <translation>%1 · المكتبة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ask a librarian</source>
        <translation>سؤال أمين المكتبة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>You find us at %1.</source>
        <translation>تجدوننا عند %1.</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>أنت: %1</translation>
    </message>
</context>
<context>
    <name>ContactConsent</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>هل تقصد %1؟</translation>
    </message>
    <message>
        <source>This is neither an e-mail address nor a phone number yet.</source>
        <translation>هذا ليس عنوان بريد إلكتروني ولا رقم هاتف بعد.</translation>
    </message>
    <message>
        <source>Yes, you may answer me there. Without this tick it is not sent along.</source>
        <translation>نعم، يمكنكم الرد عليّ هناك. من دون هذه العلامة لا يُرسَل.</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>Just now I answer from the library&apos;s own data only. When you leave, this screen forgets what you wrote.</source>
        <translation>أجيب الآن من بيانات المكتبة نفسها فقط. وعند مغادرتك تنسى هذه الشاشة ما كتبته.</translation>
    </message>
    <message>
        <source>When you leave, this screen forgets what you wrote. Answers can be wrong; cards come from the library&apos;s own data.</source>
        <translation>عند مغادرتك تنسى هذه الشاشة ما كتبته. قد تخطئ الإجابات، أما البطاقات فمن بيانات المكتبة نفسها.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>لم تبقَ أي ثانية</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Clear it now</source>
        <translation>المسح الآن</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>Then everything you wrote is cleared for the next person. Touch anywhere to go on.</source>
        <translation>بعد ذلك يُمحى كل ما كتبته من أجل الشخص التالي. للمتابعة يكفي لمس الشاشة في أي مكان.</translation>
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
        <translation>لست متأكدًا من الوقت الآن. يُرجى السؤال عند مكتب الخدمة.</translation>
    </message>
    <message>
        <source>I can&apos;t answer that here. Shall I pass your question to a librarian?</source>
        <translation>لا أستطيع الإجابة عن ذلك هنا. هل أحوّل سؤالك إلى أمين المكتبة؟</translation>
    </message>
    <message>
        <source>I can&apos;t answer that right now. Shall I pass your question to a librarian?</source>
        <translation>لا أستطيع الإجابة عن ذلك الآن. هل أحوّل سؤالك إلى أمين المكتبة؟</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer answers right now.</source>
        <translation>لا أستطيع الآن التحقق من وجود إجابات أحدث.</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer hours right now.</source>
        <translation>لا أستطيع الآن التحقق من وجود مواعيد أحدث.</translation>
    </message>
    <message>
        <source>I can&apos;t reach the librarians right now.</source>
        <translation>لا أستطيع الوصول إلى أمناء المكتبة الآن.</translation>
    </message>
    <message>
        <source>Something went wrong. Please ask at the desk.</source>
        <translation>حدث خطأ ما. يُرجى السؤال عند مكتب الخدمة.</translation>
    </message>
    <message>
        <source>That is too long for me. Please ask it in fewer words.</source>
        <translation>هذا أطول مما أستطيع قراءته. يُرجى طرح السؤال بكلمات أقل.</translation>
    </message>
    <message>
        <source>Your message could not be delivered. Please ask at the desk.</source>
        <translation>تعذّر تسليم رسالتك. يُرجى السؤال عند مكتب الخدمة.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Floor plan with %1</source>
        <translation>مخطط الطابق مع موقع %1</translation>
    </message>
    <message>
        <source>Floor plan with %1 and with where you are</source>
        <translation>مخطط الطابق مع موقع %1 ومكانك الآن</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>HandOffSheet</name>
    <message>
        <source>Ask a librarian</source>
        <translation>سؤال أمين المكتبة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>E-mail or phone, if you like</source>
        <translation>بريد إلكتروني أو هاتف (اختياري)</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>اتركه هنا</translation>
    </message>
    <message>
        <source>Only what you see here is sent. Name and address are deleted 30 days after your question is closed; this screen forgets them when you leave.</source>
        <translation>لا يُرسَل إلا ما تراه هنا. يُحذف الاسم والعنوان بعد 30 يومًا من إغلاق سؤالك، وتنساهما هذه الشاشة عندما تغادر.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>These lines go along. Tap one to leave it out.</source>
        <translation>تُرسَل هذه السطور أيضًا. لمس أي سطر يستبعده.</translation>
    </message>
    <message>
        <source>Your name, if you like</source>
        <translation>اسمك (اختياري)</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>سؤالك</translation>
    </message>
</context>
<context>
    <name>HomeModel</name>
    <message>
        <source>{place}, {phone}</source>
        <translation>{place}، {phone}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Ask anything</source>
        <translation>ما سؤالك؟</translation>
    </message>
    <message>
        <source>Our places</source>
        <translation>أماكننا</translation>
    </message>
    <message>
        <source>Our places now</source>
        <translation>أماكننا الآن</translation>
    </message>
    <message>
        <source>hours of %1 this week</source>
        <translation>مواعيد %1 هذا الأسبوع</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Hours of %1. %2</source>
        <translation>مواعيد %1. %2</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>123 ?!</source>
        <comment>key: digits and signs</comment>
        <translation>123 ؟!</translation>
    </message>
    <message>
        <source>ABC</source>
        <comment>key: back to letters</comment>
        <translation>أ ب ت</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>مسح للخلف</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>الأحرف الكبيرة، مفعّل</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>أرقام ورموز</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>حروف</translation>
    </message>
    <message>
        <source>Other letters: %1</source>
        <translation>حروف أخرى: %1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>العالي</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>العالي، مفعّل</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message>
        <source>Newest</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Newest: there is something new</source>
        <translation>الأحدث: هناك جديد</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Assistant</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>تم الإيقاف.</translation>
    </message>
    <message>
        <source>The librarian</source>
        <translation>أمين المكتبة</translation>
    </message>
    <message>
        <source>The librarians have your question already, so it could not be taken back.</source>
        <translation>وصل سؤالك إلى أمناء المكتبة، فلم يعد سحبه ممكنًا.</translation>
    </message>
    <message>
        <source>This could not be sent from here. Please ask at the desk.</source>
        <translation>تعذّر الإرسال من هنا. يُرجى السؤال عند مكتب الخدمة.</translation>
    </message>
    <message>
        <source>This goes on from ticket {code}, which was closed.</source>
        <translation>هذا استكمال للطلب {code} الذي أُغلق.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Your question is not sent any more.</source>
        <translation>لن يُرسل سؤالك بعد الآن.</translation>
    </message>
    <message>
        <source>Your question is not sent any more. Should it have reached the librarians just before, they have it under the code {code}.</source>
        <translation>لن يُرسل سؤالك بعد الآن. وإن كان قد وصل قبل ذلك بقليل، فهو لدى أمناء المكتبة بالرمز {code}.</translation>
    </message>
    <message>
        <source>{name} had to go. Your question is back in the queue.</source>
        <translation>انتهى دور {name} في المحادثة. عاد سؤالك إلى قائمة الانتظار.</translation>
    </message>
    <message>
        <source>{name} has closed your question. I am back: ask me anything.</source>
        <translation>أُغلق سؤالك من طرف {name}. عدتُ إليك، ويمكن السؤال عن أي شيء.</translation>
    </message>
    <message>
        <source>{name} has joined the conversation.</source>
        <translation>{name} معك الآن في المحادثة.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
</context>
<context>
    <name>OpenHeadline</name>
    <message>
        <source>Welcome</source>
        <translation>أهلًا وسهلًا</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is with you. What you write goes to %1.</source>
        <translation>%1 معك الآن. ما تكتبه يصل إلى %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · reviewed %2</source>
        <translation>%1 · روجع في %2</translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen.</source>
        <translation>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة.</translation>
    </message>
    <message numerus="yes">
        <source>A librarian reads this and answers here, on this screen. %n question(s) come first.</source>
        <translation>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. لا أسئلة قبل سؤالك (%n).</numerusform>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. قبل سؤالك سؤال واحد (%n).</numerusform>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. قبل سؤالك سؤالان (%n).</numerusform>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. قبل سؤالك %n أسئلة.</numerusform>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. قبل سؤالك %n سؤالًا.</numerusform>
            <numerusform>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. قبل سؤالك %n سؤال.</numerusform>
        </translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.</source>
        <translation>يقرأ أمين المكتبة هذا ويجيب هنا على هذه الشاشة. وإن لم يكن أحد متفرغًا، فاتركوا عنوان بريد إلكتروني لنكتب إليكم.</translation>
    </message>
    <message>
        <source>Ask us for today&apos;s hours</source>
        <translation>يُرجى سؤالنا عن مواعيد اليوم</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>بموعد مسبق</translation>
    </message>
    <message>
        <source>By appointment today</source>
        <translation>اليوم بموعد مسبق</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>Closed · opens %1</source>
        <translation>مغلق · يفتح %1</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>صعب الفهم</translation>
    </message>
    <message>
        <source>Hours as of %1</source>
        <translation>آخر تحديث للمواعيد: %1</translation>
    </message>
    <message>
        <source>Hours could not be loaded yet. Please ask at the desk.</source>
        <translation>لم يمكن تحميل المواعيد بعد. يُرجى السؤال عند مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>المواعيد غير معروفة</translation>
    </message>
    <message>
        <source>It is wrong</source>
        <translation>الإجابة خاطئة</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself, and they get back to you.</source>
        <translation>حُفظ سؤالك هنا. يتعذّر الوصول إلى أمناء المكتبة الآن، وسيُرسَل تلقائيًا ثم يتواصلون معك.</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself.</source>
        <translation>حُفظ سؤالك هنا. يتعذّر الوصول إلى أمناء المكتبة الآن، وسيُرسَل تلقائيًا.</translation>
    </message>
    <message>
        <source>Nobody is at the queue just now. Leave an e-mail address and we write to you, or ask at %1.</source>
        <translation>لا أحد متاح الآن. اتركوا عنوان بريد إلكتروني لنكتب إليكم، أو اسألوا عند %1.</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>لم تُنشر بعد</translation>
    </message>
    <message>
        <source>Not what I asked</source>
        <translation>ليس ما سألت عنه</translation>
    </message>
    <message>
        <source>Number %1 in the queue. A librarian answers here.</source>
        <translation>رقم %1 في قائمة الانتظار. سيجيب أمين المكتبة هنا.</translation>
    </message>
    <message>
        <source>On its way to the librarians…</source>
        <translation>في الطريق إلى أمناء المكتبة…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message>
        <source>Open now
until %1</source>
        <translation>مفتوح
حتى %1</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>مفتوح حتى %1</translation>
    </message>
    <message>
        <source>Open, times not given</source>
        <translation>مفتوح، والمواعيد غير محددة</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>يفتح %1</translation>
    </message>
    <message>
        <source>Sent to the assistant as: %1</source>
        <translation>أُرسل إلى المساعد هكذا: %1</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>ينقصها شيء</translation>
    </message>
    <message>
        <source>Special hours today</source>
        <translation>مواعيد خاصة اليوم</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>شكرًا.</translation>
    </message>
    <message>
        <source>Thank you. Your question goes to the librarians.</source>
        <translation>شكرًا. سيصل سؤالك إلى أمناء المكتبة.</translation>
    </message>
    <message>
        <source>The librarians can&apos;t be reached just now. You can leave your question here: it goes out by itself when the connection is back. Or ask at %1.</source>
        <translation>يتعذّر الوصول إلى أمناء المكتبة الآن. يمكنك ترك سؤالك هنا، وسيُرسَل تلقائيًا عند عودة الاتصال. أو اسأل عند %1.</translation>
    </message>
    <message>
        <source>The library&apos;s own answers</source>
        <translation>إجابات المكتبة نفسها</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked %1</source>
        <translation>قد تكون هذه المواعيد قديمة، وآخر تحقق منها: %1</translation>
    </message>
    <message>
        <source>This could not be delivered. Please ask at %1.</source>
        <translation>تعذّر تسليم هذا. يُرجى السؤال عند %1.</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is. Please ask at %1.</source>
        <translation>هذا الجهاز غير متأكد من الوقت. يُرجى السؤال عند %1.</translation>
    </message>
    <message>
        <source>What was not right?</source>
        <translation>ما الذي لم يكن صحيحًا؟</translation>
    </message>
    <message>
        <source>You are next. A librarian answers here.</source>
        <translation>دورك هو التالي. سيجيب أمين المكتبة هنا.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; a librarian gets back to you.</source>
        <translation>سؤالك في قائمة الانتظار. لا أحد متاح الآن، وسيتواصل معك أمين المكتبة.</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; if it can&apos;t wait, ask at %1.</source>
        <translation>سؤالك في قائمة الانتظار. لا أحد متاح الآن، وإن كان الأمر لا يحتمل الانتظار فاسأل عند %1.</translation>
    </message>
    <message>
        <source>Your ticket %1. %2</source>
        <translation>طلبك رقم %1. %2</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>عالية التباين</translation>
    </message>
    <message>
        <source>light</source>
        <translation>فاتحة</translation>
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
        <translation>الأماكن الآن</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>آخر تحديث: %1</translation>
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
        <translation>%1 بالمئة</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>off</source>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Don&apos;t send</source>
        <translation>عدم الإرسال</translation>
    </message>
    <message>
        <source>May we send your question to the librarians, so that they can improve this? Only these words are sent, without a name:</source>
        <translation>هل نرسل سؤالك إلى أمناء المكتبة لتحسين هذه الإجابة؟ تُرسَل هذه الكلمات فقط، بلا اسم:</translation>
    </message>
    <message>
        <source>Send my question to the librarians too</source>
        <translation>إرسال سؤالي أيضًا إلى أمناء المكتبة</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>إرسال هذا</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>لم يفدني هذا</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>أفادني هذا</translation>
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
        <translation>%1 بالمئة</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>off</source>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading aloud does not work just now.</source>
        <translation>القراءة بصوت عالٍ لا تعمل الآن.</translation>
    </message>
    <message>
        <source>Reading aloud is on.</source>
        <translation>القراءة بصوت عالٍ مفعّلة.</translation>
    </message>
    <message>
        <source>There is no voice for {language} on this terminal.</source>
        <translation>لا يوجد على هذا الجهاز صوت لهذه اللغة: {language}.</translation>
    </message>
</context>
<context>
    <name>ResolvedStrip</name>
    <message>
        <source>Is your question answered?</source>
        <translation>هل أُجيب عن سؤالك؟</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>By appointment</source>
        <translation>بموعد مسبق</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>مغلق · يفتح {time}</translation>
    </message>
    <message>
        <source>Hours as of {time}</source>
        <translation>آخر تحديث للمواعيد: {time}</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>المواعيد غير معروفة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>مفتوح حتى {time}</translation>
    </message>
    <message>
        <source>Please ask at {desk}.</source>
        <translation>يُرجى السؤال عند {desk}.</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked {time}</source>
        <translation>قد تكون هذه المواعيد قديمة، وآخر تحقق منها: {time}</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is, so it does not say what is open.</source>
        <translation>هذا الجهاز غير متأكد من الوقت، لذلك لا يذكر ما المفتوح.</translation>
    </message>
    <message>
        <source>Today&apos;s hours are not known here.</source>
        <translation>مواعيد اليوم غير معروفة هنا.</translation>
    </message>
    <message>
        <source>Today&apos;s hours cannot be read here.</source>
        <translation>لا يمكن قراءة مواعيد اليوم هنا.</translation>
    </message>
</context>
<context>
    <name>ScreenReader</name>
    <message>
        <source>Box to tick</source>
        <translation>خانة اختيار</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>زر</translation>
    </message>
    <message>
        <source>Field to write in</source>
        <translation>حقل للكتابة</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>غير مختار</translation>
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
        <translation>المصدر: %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Close the kiosk (exit to the system)</source>
        <translation>إغلاق الجهاز (الخروج إلى النظام)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Restart the screen</source>
        <translation>إعادة تشغيل الشاشة</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>عرض المشكلة</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Staff: enter the PIN</source>
        <translation>الموظفون: أدخل الرقم السري</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>هذا ليس الرقم السري.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} s.</source>
        <translation>محاولات خاطئة كثيرة. انتظر {seconds} ث.</translation>
    </message>
    <message>
        <source>What is wrong here</source>
        <translation>ما المشكلة هنا</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>QR code with this address, to scan with a phone</source>
        <translation>رمز QR لهذا العنوان، يُمسح بالهاتف</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>للحفظ على الهاتف</translation>
    </message>
</context>
<context>
    <name>TicketStrip</name>
    <message>
        <source>Don&apos;t send it any more</source>
        <translation>عدم إرساله بعد الآن</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احتفظ به</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <translation>طلبك</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Talk to a librarian</source>
        <translation>التحدث إلى أمين المكتبة</translation>
    </message>
</context>
<context>
    <name>WaitingDots</name>
    <message>
        <source>Looking it up</source>
        <translation>جارٍ البحث</translation>
    </message>
</context>
</TS>
