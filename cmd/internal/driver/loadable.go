package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// loadable returns the packages of cfg that can be loaded with all that they
// import. There are none where the go command cannot even list them.
func loadable(cfg Config) ([]string, error) {
	// Naming EmbedFiles makes go list look for them.
	args := []string{"list", "-e", "-json=ImportPath,Error,DepsErrors,EmbedFiles"}
	args = append(args, cfg.BuildFlags...)
	args = append(args, "--")
	args = append(args, cfg.Patterns...)
	stdout, _, err := command(cfg, args)
	if err != nil {
		return nil, nil // go vet has said why
	}
	var paths []string
	dec := json.NewDecoder(bytes.NewReader(stdout))
	for {
		var p struct {
			ImportPath        string
			Error, DepsErrors json.RawMessage
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return paths, nil
		} else if err != nil {
			return nil, fmt.Errorf("read the output of go list: %w", err)
		}
		if p.Error == nil && p.DepsErrors == nil {
			paths = append(paths, p.ImportPath)
		}
	}
}
