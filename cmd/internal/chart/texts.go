package chart

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ofTexts are the functions of texts.
func ofTexts(name string, a arguments) (any, error) {
	switch name {
	case "print":
		return fmt.Sprint(a...), nil
	case "println":
		return fmt.Sprintln(a...), nil
	case "printf":
		return fmt.Sprintf(a.text(0), a[min(1, len(a)):]...), nil
	case "quote":
		return quoted(a, strconv.Quote), nil
	case "squote":
		return quoted(a, func(s string) string { return "'" + s + "'" }), nil
	case "indent":
		return indent(a.number(0), a.text(1)), nil
	case "nindent":
		return "\n" + indent(a.number(0), a.text(1)), nil
	case "trunc":
		return cut(a.number(0), a.text(1)), nil
	case "trim":
		return strings.TrimSpace(a.text(0)), nil
	case "trimSuffix":
		return strings.TrimSuffix(a.text(1), a.text(0)), nil
	case "trimPrefix":
		return strings.TrimPrefix(a.text(1), a.text(0)), nil
	case "trimAll":
		return strings.Trim(a.text(1), a.text(0)), nil
	case "nospace":
		return strings.ReplaceAll(a.text(0), " ", ""), nil
	case "replace":
		return strings.ReplaceAll(a.text(2), a.text(0), a.text(1)), nil
	case "lower", "untitle":
		return strings.ToLower(a.text(0)), nil
	case "upper":
		return strings.ToUpper(a.text(0)), nil
	case "title":
		s := a.text(0)
		return strings.ToUpper(s[:min(1, len(s))]) + s[min(1, len(s)):], nil
	case "kebabcase":
		return strings.ReplaceAll(strings.ToLower(a.text(0)), "_", "-"), nil
	case "snakecase":
		return strings.ReplaceAll(strings.ToLower(a.text(0)), "-", "_"), nil
	case "repeat":
		return strings.Repeat(a.text(1), max(0, min(a.number(0), 1000))), nil
	case "cat":
		return strings.TrimSuffix(fmt.Sprintln(a...), "\n"), nil
	case "toString", "html", "js", "urlquery":
		return a.text(0), nil
	case "join":
		return strings.Join(strs(a.at(1)), a.text(0)), nil
	case "fail":
		return nil, errors.New(a.text(0))
	}
	return encoded(name, a)
}

// encoded are the functions that write or read texts of some form.
func encoded(name string, a arguments) (any, error) {
	switch name {
	case "toYaml":
		return toYAML(a.at(0))
	case "toJson", "toPrettyJson", "toRawJson":
		out, err := json.Marshal(a.at(0))
		return string(out), err
	case "fromYaml", "fromJson", "fromYamlArray", "fromJsonArray":
		var v any
		err := yaml.Unmarshal([]byte(a.text(0)), &v)
		return v, err
	case "b64enc":
		return base64.StdEncoding.EncodeToString([]byte(a.text(0))), nil
	case "b64dec":
		out, err := base64.StdEncoding.DecodeString(a.text(0))
		return string(out), err
	case "regexMatch":
		return regexp.MatchString(a.text(0), a.text(1))
	case "regexReplaceAll":
		re, err := regexp.Compile(a.text(0))
		if err != nil {
			return nil, err
		}
		return re.ReplaceAllString(a.text(1), a.text(2)), nil
	case "urlParse":
		u, err := url.Parse(a.text(0))
		if err != nil {
			return nil, err
		}
		return map[string]any{"scheme": u.Scheme, "host": u.Host, "hostname": u.Hostname(), "path": u.Path, "query": u.RawQuery, "userinfo": u.User.String(), "fragment": u.Fragment}, nil
	case "genCA", "genSelfSignedCert", "genSignedCert":
		return map[string]any{"Cert": Hole, "Key": Hole}, nil
	case "sha256sum", "sha1sum", "adler32sum", "randAlphaNum", "randAlpha", "randNumeric", "randAscii", "randBytes", "uuidv4", "now", "date", "htpasswd", "bcrypt", "genPrivateKey", "derivePassword":
		return Hole, nil
	}
	return nil, errUnknown
}

// quoted returns values between quotes, those that are there.
func quoted(vs []any, quote func(string) string) string {
	var out []string
	for _, v := range vs {
		if v != nil {
			out = append(out, quote(text(v)))
		}
	}
	return strings.Join(out, " ")
}

func indent(n int, s string) string {
	pad := strings.Repeat(" ", max(0, min(n, 1000)))
	return pad + strings.ReplaceAll(s, "\n", "\n"+pad)
}

// cut returns the first n bytes of a text, or the last ones.
func cut(n int, s string) string {
	switch {
	case n < 0 && len(s)+n > 0:
		return s[len(s)+n:]
	case n >= 0 && len(s) > n:
		return s[:n]
	}
	return s
}

func toYAML(v any) (any, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}
