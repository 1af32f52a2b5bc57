package se.tjanstenav.mocks.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a header, parameter, member, element, attribute or column says about its value, in Swedish or English. */
final class Labels {

    private static final Pattern SECRET =
            Pattern.compile("(proxy)?authori[sz]ation|(set)?cookie2?|.*api(key|nyckel)|.*subscriptionkey"
                    + "|.*accesskey|.*privatekey|.*signingkey|.*secretkey|sharedkey|.*token|.*jwt|bearer|.*password|passwd|pwd|.*passphrase"
                    + "|.*losenord|.*secret|.*hemlighet|.*credentials?|.*inloggningsuppgifter|sessionid|jsessionid|phpsessid|sid"
                    + "|pinkod|pincode|nonce|signaturevalue|sig|xfunctionskey");
    private static final Pattern PERSON =
            Pattern.compile(".*(person|handlaggare|tjansteman|sokande|anhorig|anstalld|vardnadshavare"
                    + "|medborgare|anvandare|agare|foretradare|ombud|applicant|employee|caseworker|officer|citizen|guardian|customer"
                    + "|user|owner|author|nextofkin).*");
    private static final Pattern E_MAIL = Pattern.compile(".*(epost|email|mail|epostadress).*");
    private static final Pattern PHONE = Pattern.compile(".*(telefon|phone|mobil|mobile|telnr|fax).*|tel|.*tfn.*");
    private static final Set<String> NOT_PERSONS = Set.of("personuppgifter", "personkrets", "usertype", "owneragency");

    private Labels() {}

    static boolean secret(String label) {
        return SECRET.matcher(plain(label)).matches();
    }

    /** Whether it names a person, or something of theirs. */
    static boolean person(String label) {
        String plain = plain(label);
        return PERSON.matcher(plain).matches() && !NOT_PERSONS.contains(plain);
    }

    static boolean eMail(String label) {
        return E_MAIL.matcher(plain(label)).matches();
    }

    static boolean phone(String label) {
        return PHONE.matcher(plain(label)).matches();
    }

    /** Letters and digits only, small, without the dots and rings of Swedish letters. */
    private static String plain(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
