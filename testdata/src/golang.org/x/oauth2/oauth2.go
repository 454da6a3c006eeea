// Package oauth2 is a stub of golang.org/x/oauth2: the signatures that tests use.
package oauth2

import "context"

type Endpoint struct{ AuthURL, TokenURL string }

type Token struct{ AccessToken string }

type AuthCodeOption interface{ setValue() }

type Config struct {
	ClientID    string
	Endpoint    Endpoint
	RedirectURL string
	Scopes      []string
}

func (c *Config) AuthCodeURL(state string, opts ...AuthCodeOption) string { return "" }

func (c *Config) Exchange(ctx context.Context, code string, opts ...AuthCodeOption) (*Token, error) {
	return nil, nil
}
