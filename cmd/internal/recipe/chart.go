package recipe

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// What follows fills in the names of images where a file says what they are by
// default: whatever else is chosen, that tells which program is run.

var (
	imageLine  = lazy.Regexp(`(?m)^[ \t]*(?:- )?["']?image["']?:.*\{\{.*$`)
	action     = lazy.Regexp(`\{\{.*?\}\}`)
	chartValue = lazy.Regexp(`^\{\{-?\s*\$?\.Values\.([A-Za-z0-9_.]+)\s*(?:\|\s*(?:quote|squote|toString|trim)\s*)*(\|\s*default [^|]*)?-?\}\}$`)
)

// maxValues is how large the values of a chart may be.
const maxValues = 4 << 20

// ChartImages returns a template of a Helm chart with the names of images that
// its values.yaml says. The rest of the template stays as it is.
func ChartImages(file string, text []byte) []byte {
	if !bytes.Contains(text, []byte("{{")) || !imageLine().Match(text) {
		return text
	}
	values := chartValues(file)
	if values == nil {
		return text
	}
	return imageLine().ReplaceAllFunc(text, func(line []byte) []byte {
		return action().ReplaceAllFunc(line, func(act []byte) []byte {
			m := chartValue().FindSubmatch(act)
			if m == nil {
				return act
			}
			var v any = values
			for _, key := range strings.Split(string(m[1]), ".") {
				in, _ := v.(map[string]any)
				v = in[key]
			}
			s, ok := v.(string)
			if !ok || strings.ContainsAny(s, "{}\"'\n") || s == "" && len(m[2]) > 0 {
				return act
			}
			return []byte(s)
		})
	})
}

// chartValues returns the values of the chart that a template is of, or nil.
func chartValues(file string) (values map[string]any) {
	dir := filepath.Dir(file)
	for range 4 {
		if _, err := os.Stat(filepath.Join(dir, "Chart.yaml")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	file = filepath.Join(dir, "values.yaml")
	if info, err := os.Stat(file); err != nil || info.Size() > maxValues {
		return nil
	}
	source, err := os.ReadFile(file)
	if err != nil || yaml.Unmarshal(source, &values) != nil {
		return nil
	}
	return values
}

var composeDefault = lazy.Regexp(`\$\{[A-Za-z_][A-Za-z0-9_]*:?-([^{}]*)\}`)

// WithDefaults fills in the defaults of the variables in the name of an image,
// as Compose writes them: ${TAG:-latest}.
func WithDefaults(image string) string { return composeDefault().ReplaceAllString(image, "$1") }
