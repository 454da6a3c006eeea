package ports

import (
	"encoding/json"
	"io"

	"github.com/portvet/portvet/analyzers"
)

// schemaVersion changes when a field is removed or changes its meaning.
const schemaVersion = 1

type (
	jsonPlan struct {
		Version   int            `json:"version"`
		Programs  []jsonProgram  `json:"programs"`
		Manifests []jsonManifest `json:"manifests"`
		Ways      []jsonWay      `json:"ways"`
	}
	jsonProgram struct {
		Name      string         `json:"name"`
		Package   string         `json:"package"`
		Dir       string         `json:"dir"`
		Listeners []jsonListener `json:"listeners"`
		Drains    []jsonDrain    `json:"drains"`
		Signals   []string       `json:"signals"`
	}
	jsonListener struct {
		Role     string     `json:"role"`
		Protocol string     `json:"protocol"`
		TLS      bool       `json:"tls"`
		Network  string     `json:"network"`
		Host     jsonPart   `json:"host"`
		Port     jsonPart   `json:"port"`
		API      string     `json:"api"`
		File     string     `json:"file"`
		Line     int        `json:"line"`
		Column   int        `json:"column"`
		Bind     *jsonPlace `json:"bind,omitempty"`
		Reached  string     `json:"reached"`
		Stop     jsonStop   `json:"stop"`
		Health   []string   `json:"health"`
		// HealthOf is listener, program, none or unknown.
		HealthOf string `json:"healthOf"`
	}
	jsonPart struct {
		Text    string       `json:"text"`
		From    string       `json:"from"`
		Origins []jsonOrigin `json:"origins"`
	}
	jsonOrigin struct {
		Kind    string `json:"kind"`
		Name    string `json:"name,omitempty"`
		Value   string `json:"value,omitempty"`
		At      string `json:"at,omitempty"`
		Changed bool   `json:"changed,omitempty"`
	}
	jsonPlace struct {
		File   string `json:"file"`
		Line   int    `json:"line,omitempty"`
		Column int    `json:"column,omitempty"`
	}
	jsonStop struct {
		How     string     `json:"how"`
		Methods []string   `json:"methods"`
		At      *jsonPlace `json:"at,omitempty"`
		Signals []string   `json:"signals"`
	}
	jsonDrain struct {
		API     string  `json:"api"`
		Seconds float64 `json:"seconds"`
		jsonPlace
	}
	jsonManifest struct {
		What    string `json:"what"`
		Program string `json:"program,omitempty"`
		Why     string `json:"why"`
		jsonPlace
	}
	jsonWay struct {
		Ingress string `json:"ingress,omitempty"`
		Service string `json:"service,omitempty"`
		Port    string `json:"port"`
		Runs    string `json:"runs"`
		Program string `json:"program"`
		// Listener is the index of the listener in the program, or -1 where
		// it is not known which.
		Listener int `json:"listener"`
	}
)

// JSON writes the plan as one object; docs/ports.schema.json is its schema.
// The error is the writer's.
func JSON(w io.Writer, plan *Plan) error {
	out := jsonPlan{Version: schemaVersion, Programs: []jsonProgram{}, Manifests: []jsonManifest{}, Ways: []jsonWay{}}
	for _, p := range plan.Programs {
		jp := jsonProgram{Name: p.Name, Package: p.Path, Dir: p.Dir, Listeners: []jsonListener{}, Drains: []jsonDrain{}, Signals: list(p.Signals)}
		for _, l := range p.Listeners {
			jp.Listeners = append(jp.Listeners, jsonOf(l))
		}
		for _, d := range p.Drains {
			if d.Limit == 0 {
				continue
			}
			jp.Drains = append(jp.Drains, jsonDrain{d.API, d.Limit.Seconds(), *place(d.Position)})
		}
		out.Programs = append(out.Programs, jp)
	}
	for _, r := range plan.Runs {
		at := r.Position()
		m := jsonManifest{What: r.What(), Why: r.Why, jsonPlace: jsonPlace{at.File, at.Line, at.Column}}
		if r.Program != nil {
			m.Program = r.Program.Name
		}
		out.Manifests = append(out.Manifests, m)
	}
	for _, way := range plan.Ways {
		out.Ways = append(out.Ways, jsonWay{way.Ingress, way.Service, way.Port, way.Run.What(), way.Run.Program.Name, way.index()})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func jsonOf(l *Listener) jsonListener {
	out := jsonListener{
		Role: l.RoleName(), Protocol: l.Protocol(), TLS: l.TLS, Network: l.Network(),
		Host: jsonPart{hostText(l), From(l.Host), jsonOrigins(l.Host)}, Port: jsonPart{portText(l), portFrom(l), jsonOrigins(l.Port)},
		API: l.API, File: l.File, Line: l.Line, Column: l.Column, Bind: place(l.Bind), Reached: l.Reached,
		Stop:   jsonStop{How: l.Stop, Methods: list(l.Stops), At: place(l.Stopped), Signals: list(l.Signals)},
		Health: list(l.Health), HealthOf: "unknown",
	}
	if l.Socket {
		out.Host.From = "none"
	}
	if out.Stop.How == "" {
		out.Stop.How = "unknown"
	}
	switch {
	case l.HealthNone:
		out.HealthOf = "none"
	case len(l.Health) > 0 && l.HealthShared:
		out.HealthOf = "program"
	case len(l.Health) > 0:
		out.HealthOf = "listener"
	}
	return out
}

func jsonOrigins(origins []analyzers.PlanOrigin) []jsonOrigin {
	out := []jsonOrigin{}
	for _, o := range origins {
		out = append(out, jsonOrigin{o.Kind, o.Name, o.Text, o.At, o.Mixed})
	}
	return out
}

func place(p Position) *jsonPlace {
	if p.File == "" {
		return nil
	}
	return &jsonPlace{p.File, p.Line, p.Column}
}

// list returns ss, never nil.
func list(ss []string) []string {
	if ss == nil {
		return []string{}
	}
	return ss
}
