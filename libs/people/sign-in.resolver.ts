import { aside, maybeActor, type RequestContext } from '@laurel/shared';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { Viewer, Viewers } from './viewer.js';
import { visitorOf } from './visitor.js';

@Resolver(() => Viewer)
export class SignInResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly signInService: SignInService,
    private readonly signUpService: SignUpService,
    private readonly viewers: Viewers,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  viewer() {
    return maybeActor() ? this.viewers.current() : null;
  }

  @Mutation(() => Viewer, { description: 'Makes an organisation and its first administrator.' })
  async signUp(
    @Args('organizationName') organizationName: string,
    @Args('name') name: string,
    @Args('email') email: string,
    @Args('password') password: string,
    @Context() context: RequestContext,
  ) {
    const request = { organizationName, name, email, password };
    const token = await this.signUpService.signUp(request, visitorOf(context));
    return this.viewers.enter(context, token);
  }

  @Mutation(() => Viewer)
  async signIn(
    @Args('email') email: string,
    @Args('password') password: string,
    @Context() context: RequestContext,
  ) {
    const token = await this.signInService.signIn(email, password, visitorOf(context));
    if (maybeActor()) await aside(() => this.sessions.end());
    return this.viewers.enter(context, token);
  }

  @Mutation(() => Boolean, { description: 'Ends this session.' })
  async signOut(@Context() context: RequestContext) {
    await this.sessions.end();
    clearSessionCookie(context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends every session of mine, this one included.' })
  async signOutEverywhere(@Context() context: RequestContext) {
    await this.sessions.endAllMine();
    clearSessionCookie(context);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Sets my password and ends my sessions in other browsers.',
  })
  async changePassword(
    @Args('current') current: string,
    @Args('next') next: string,
    @Context() context: RequestContext,
  ) {
    const token = await this.signInService.changePassword(current, next, visitorOf(context));
    setSessionCookie(context, token);
    return true;
  }
}
